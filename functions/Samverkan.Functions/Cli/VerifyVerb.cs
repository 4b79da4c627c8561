using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>verify</c>: checks every hash chain.</summary>
internal static class VerifyVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var verb = new Command("verify", "Kontrollerar liggaren: att ingen post är ändrad, borttagen eller instoppad.") { data };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var report = await services.GetRequiredService<LedgerVerifier>().VerifyAsync(cancellation);
        if (report.Fault is { } fault)
        {
            Console.WriteLine($"Liggaren håller INTE. {fault.Message} Jämför med en säkerhetskopia och ta reda på vem som har haft tillgång till datamappen.");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Liggaren håller: {report.Streams} strömmar, {report.Events} poster och {report.Anchors} dagliga ankare är kontrollerade.");
        return SamverkanCommand.Success;
    }
}
