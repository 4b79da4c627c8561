using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Cli;

/// <summary><c>quarantine</c>: the files that wait for a person.</summary>
internal static class QuarantineVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var verb = new Command("quarantine", "Visar filerna som väntar i karantän, varför, och vad de kan höra till. Den äldsta först.") { data, json };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, bool json, CancellationToken cancellation)
    {
        await using var services = await DataFolder.OpenAsync(data);
        if (services is null) return SamverkanCommand.Failure;
        var history = await services.GetRequiredService<LedgerBook>().LoadAsync<InboxHistory>(StreamId.Inbox, cancellation);
        foreach (var file in history.Quarantined.Values.OrderBy(f => f.Since).ThenBy(f => f.Id, StringComparer.Ordinal))
        {
            if (json) Console.WriteLine(QuarantineJson.Line(file));
            else Write(Console.Out, file);
        }

        if (!json && history.Quarantined.IsEmpty) Console.WriteLine("Ingen fil väntar i karantän.");
        return SamverkanCommand.Success;
    }

    private static void Write(TextWriter output, QuarantinedFile file)
    {
        output.WriteLine($"{file.Id}  {Stockholm.In(file.Since):uuuu'-'MM'-'dd HH':'mm}  {file.Name ?? "(namnet är gallrat)"}  [{file.Code}]");
        output.WriteLine($"  {file.Reason ?? "(skälet är gallrat)"}");
        foreach (var candidate in file.Candidates)
            output.WriteLine($"  Förslag ({candidate.Score} av 100):{PlaceArguments.Of(candidate)}");
    }
}
