using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Cli;

/// <summary>Prints what a changed register changes: a line an occurrence, with what is different below it.</summary>
internal static class RegisterDifferencePrint
{
    /// <summary>Writes the changes between two days, and for people how many they are.</summary>
    public static void Write(TextWriter output, Register used, Register changed, LocalDate from, LocalDate to, bool json)
    {
        var changes = RegisterDifference.Between(used, changed, from, to);
        if (json)
        {
            foreach (var change in changes) output.WriteLine(OccurrenceChangeJson.Line(change));
            return;
        }

        output.WriteLine(Heading(changes, from, to));
        foreach (var change in changes)
        {
            output.WriteLine(Line(change));
            foreach (var detail in change.Details) output.WriteLine($"    {detail.Label}: {detail.Before} → {detail.After}");
        }
    }

    private static string Heading(IReadOnlyList<OccurrenceChange> changes, LocalDate from, LocalDate to)
    {
        var days = $"mellan {SwedishDate.Iso(from)} och {SwedishDate.Iso(to)}";
        return changes.Count == 0
            ? $"Inget ändras i det som förfaller {days}."
            : $"Av det som förfaller {days}: {Count("added")} tillkommer, {Count("gone")} faller bort, {Count("changed")} ändras.";

        int Count(string kind) => changes.Count(c => c.Kind == kind);
    }

    private static string Line(OccurrenceChange change)
    {
        var o = change.Occurrence;
        var what = change.Kind switch
        {
            "added" => "tillkommer",
            "gone" => "faller bort",
            _ => "ändras",
        };
        return $"{SwedishDate.Iso(o.Due)}  {o.AgreementId} / {o.ObligationId} {o.PlanYear}: {what}";
    }
}
