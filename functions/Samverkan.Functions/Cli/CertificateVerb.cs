using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch.Certificates;

namespace Samverkan.Functions.Cli;

/// <summary><c>certificate ID</c>: what proves one delivery, as a file.</summary>
internal static class CertificateVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var id = new Argument<string>("ID") { Description = "Expedieringens referens, som \"deliveries\" visar." };
        var file = new Option<string?>("--out") { Description = "Filen som intyget skrivs till. Standard är att det skrivs ut.", HelpName = "FIL" };
        var verb = new Command("certificate", "Utfärdar ett intyg om en expediering. Det kontrolleras med verify --certificate.") { id, file, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(id), parsed.GetValue(file), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string id, string? file, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        if (await services.GetRequiredService<CertificateDesk>().IssueAsync(id, cancellation) is not { } certificate)
        {
            await Console.Error.WriteLineAsync($"Det finns ingen expediering med referensen \"{id}\". Skriv av den ur \"deliveries\" eller från expedieringens sida.");
            return SamverkanCommand.Failure;
        }

        if (file is null) Console.Write(CertificateJson.Write(certificate));
        else if (!await SaveAsync(file, CertificateJson.Write(certificate), cancellation)) return SamverkanCommand.Failure;
        if (certificate.Proof.Anchor is null)
            await Console.Error.WriteLineAsync("Intyget är inte förankrat än: dagens ankare sätts i morgon klockan 06. Utfärda det igen efter det.");
        return SamverkanCommand.Success;
    }

    private static async Task<bool> SaveAsync(string file, string text, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, cancellation);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file} går inte att skriva: {e.Message}");
            return false;
        }
    }
}
