using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
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
        var root = new Option<string?>("--root") { Description = "Roten som skickades ut ett ankares dag; liggaren, eller intyget, ska ha den.", HelpName = "HEX" };
        var verb = new Command("verify", "Kontrollerar liggaren: att ingen post är ändrad, borttagen eller instoppad.") { data, certificate, root };
        verb.SetAction((parsed, cancellation) => parsed.GetValue(certificate) is { } file
            ? Task.FromResult(CertificateControl.Run(file, parsed.GetValue(root)))
            : RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(root), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string? root, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var verifier = services.GetRequiredService<LedgerVerifier>();
        var report = await verifier.VerifyAsync(cancellation);
        if (report.Fault is { } fault)
        {
            Console.WriteLine($"Liggaren håller INTE. {fault.Message} Jämför med en säkerhetskopia och ta reda på vem som har haft tillgång till datamappen.");
            return SamverkanCommand.Failure;
        }

        var day = root is null ? null : await verifier.DayOfAsync(root, cancellation);
        if (root is not null && day is null)
        {
            Console.WriteLine(
                $"Liggaren har INTE den roten: inget av dess {report.Anchors} dagliga ankare är det som skickades ut. Kontrollera att hela roten är med. "
                + "Är den det har liggaren skrivits om sedan dess, eller så är det en annan liggare. Jämför med en säkerhetskopia och ta reda på vem som har haft tillgång till datamappen.");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Liggaren håller. Kontrollerat: strömmar {report.Streams}, poster {report.Events}, dagliga ankare {report.Anchors}.");
        if (day is { } known) Console.WriteLine($"Roten är ankarets från {LocalDatePattern.Iso.Format(known)}. Det som fanns i liggaren då är inte ändrat sedan dess.");
        return SamverkanCommand.Success;
    }
}
