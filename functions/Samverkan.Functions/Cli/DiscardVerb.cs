using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Intake;

namespace Samverkan.Functions.Cli;

/// <summary><c>discard ID</c>: throws a quarantined file away.</summary>
internal static class DiscardVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var id = ReleaseVerb.QuarantineArgument();
        var reason = new Option<string>("--reason") { Description = "Varför filen kastas; det skrivs i liggaren.", HelpName = "SKÄL", Required = true };
        var (by, data) = (CommonOptions.By(), CommonOptions.Data());
        var verb = new Command("discard", "Kastar en fil i karantänen. Inget av den sparas, så behåll originalet.") { id, reason, by, data };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string id, string reason, string by, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        if (await services.GetRequiredService<QuarantineRelease>().DiscardAsync(id, reason, by, cancellation) is { } problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Sentence} [{problem.Code}]");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine("Filen är kastad, och skälet står i liggaren.");
        return SamverkanCommand.Success;
    }
}
