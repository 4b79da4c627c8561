using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>verify</c>: checks every hash chain, or a certificate by itself.</summary>
internal static class VerifyVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var certificate = new Option<string?>("--certificate")
        {
            Description = "Kontrollerar ett intyg i stället. Varken liggaren eller datamappen behövs.",
            HelpName = "FIL",
        };
        var root = new Option<string?>("--root") { Description = "Roten som skickades ut ankarets dag; intyget ska ha samma.", HelpName = "HEX" };
        var verb = new Command("verify", "Kontrollerar liggaren: att ingen post är ändrad, borttagen eller instoppad.") { data, certificate, root };
        verb.SetAction((parsed, cancellation) => parsed.GetValue(certificate) is { } file
            ? Task.FromResult(CertificateControl.Run(file, parsed.GetValue(root)))
            : RunAsync(parsed.GetRequiredValue(data), cancellation));
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

        Console.WriteLine($"Liggaren håller. Kontrollerat: strömmar {report.Streams}, poster {report.Events}, dagliga ankare {report.Anchors}.");
        return SamverkanCommand.Success;
    }
}
