using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Web.Words;

/// <summary>Why an occurrence came into a state, in Swedish.</summary>
internal static class StepWords
{
    /// <summary>The sentence for a step.</summary>
    internal static string Why(OccurrenceStep step, Obligation obligation, Adoption? adoption) => step.State switch
    {
        OccurrenceState.DraftReceived => "Alla delar har kommit in. De är inte antagna än.",
        OccurrenceState.DraftDelivered => "Utkastet har lämnats över till alla mottagare. Det uppfyller inte åtagandet.",
        OccurrenceState.Late => obligation.DraftByDeadline
            ? "Sista dagen gick utan att alla delar hade kommit in."
            : "Sista dagen gick utan att planen hade kommit in och var antagen.",
        OccurrenceState.Adopted => Adopted(adoption),
        OccurrenceState.Fulfilled => "Den fastställda versionen har lämnats över till alla mottagare.",
        OccurrenceState.Closed => $"{(step.Event is "occurrence-lapsed" ? "Ett ändrat register har det inte längre." : "En person avslutade det.")} {Reason(step)}",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.State, "A state that a step leads to."),
    };

    private static string Adopted(Adoption? adoption)
    {
        var source = adoption?.Extract is null ? "Planen säger själv att den är antagen" : "Ett protokollsutdrag antog planen";
        var decision = adoption?.Decision;
        string[] known = [.. new[] { decision?.Body, DecisionWords.Paragraph(decision), decision?.DecidedOn is { } day ? SwedishDate.Long(day) : null }.OfType<string>()];
        var missing = decision?.DecidedOn is null ? " Beslutsdatum framgår inte." : "";
        return $"{source}{(known.Length > 0 ? $": {string.Join(", ", known)}" : "")}.{missing}";
    }

    private static string Reason(OccurrenceStep step) => step.Reason is { } reason ? $"Skäl: {reason}" : "Skälet har tagits bort.";
}
