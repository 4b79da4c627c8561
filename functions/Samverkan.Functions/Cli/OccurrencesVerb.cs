using System.CommandLine;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Cli;

/// <summary><c>occurrences</c>: what a register's file alone makes due between two days.</summary>
internal static class OccurrencesVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var register = CommonOptions.Register();
        var from = CommonOptions.Date("--from", "Första förfallodag att ta med.");
        var to = CommonOptions.Date("--to", "Sista förfallodag att ta med.");
        var json = CommonOptions.Json();
        var verb = new Command("occurrences", "Visar vad ett register gör förfallet mellan två dagar, båda medräknade.") { register, from, to, json };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(register), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? fromText, string? toText, bool json, CancellationToken cancellation)
    {
        if (CommonOptions.ReadDate("--from", fromText) is not { } from || CommonOptions.ReadDate("--to", toText) is not { } to)
            return SamverkanCommand.WrongUse;
        if (await RegisterFile.ReadAsync(file, cancellation) is not { } register) return SamverkanCommand.Failure;
        foreach (var occurrence in Occurrences.For(register, from, to))
            Console.WriteLine(json ? OccurrenceJson.Line(occurrence) : Line(occurrence));
        return SamverkanCommand.Success;
    }

    private static string Line(Occurrence o) =>
        $"{SwedishDate.Iso(o.Due)}  {o.AgreementId} / {o.ObligationId} {o.PlanYear}{(o.WhyMoved is null ? "" : $"  ({o.WhyMoved})")}";
}
