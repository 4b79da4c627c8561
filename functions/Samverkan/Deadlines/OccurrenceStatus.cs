using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Deadlines;

/// <summary>Where an occurrence stands on a day, and the steps that led there.</summary>
/// <param name="State">The state.</param>
/// <param name="Steps">The states it has been in since it began to wait, oldest first.</param>
public sealed record OccurrenceStatus(OccurrenceState State, IReadOnlyList<OccurrenceStep> Steps)
{
    /// <summary>Derives the state from what is recorded. Pure.</summary>
    /// <param name="year">The stream's state.</param>
    /// <param name="obligation">The obligation.</param>
    /// <param name="occurrence">The occurrence of the stream's plan year.</param>
    /// <param name="today">The day that is asked for, in Stockholm.</param>
    public static OccurrenceStatus Of(AgreementYear year, Obligation obligation, Occurrence occurrence, LocalDate today)
    {
        var progress = year.Of(obligation.Id);
        var complete = CompletedBy(progress, obligation);
        OccurrenceStep[] steps =
        [
            .. Received(progress, complete),
            .. DraftDelivered(year, obligation),
            .. Late(progress, obligation, occurrence, complete, today),
            .. Adopted(progress, complete),
            .. Ended(progress),
        ];
        return new OccurrenceStatus(StateOf(progress, steps), [.. steps.OrderBy(s => s.At)]);
    }

    // A later step of the obligation's own way outweighs lateness, whichever came last.
    private static OccurrenceState StateOf(OccurrenceProgress progress, OccurrenceStep[] steps)
    {
        if (progress.FulfilledAt is not null) return OccurrenceState.Fulfilled;
        if (progress.Closed is not null || progress.Lapsed is not null) return OccurrenceState.Closed;
        if (Has(OccurrenceState.Adopted)) return OccurrenceState.Adopted;
        if (steps.LastOrDefault(s => s.State is OccurrenceState.Late) is { } late && !steps.Any(s => s.At > late.At)) return OccurrenceState.Late;
        if (Has(OccurrenceState.DraftDelivered)) return OccurrenceState.DraftDelivered;
        return Has(OccurrenceState.DraftReceived) ? OccurrenceState.DraftReceived : OccurrenceState.Waiting;

        bool Has(OccurrenceState state) => steps.Any(s => s.State == state);
    }

    // The file with which the set first became whole.
    private static PlanFile? CompletedBy(OccurrenceProgress progress, Obligation obligation) =>
        progress.IsComplete(obligation.Parts)
            ? obligation.Parts.Select(part => progress.Files.First(f => f.Part == part)).MaxBy(f => f.ReceivedAt)
            : null;

    private static IEnumerable<OccurrenceStep> Received(OccurrenceProgress progress, PlanFile? complete)
    {
        if (complete is not null && (progress.Adoption is null || progress.Adoption.At > complete.ReceivedAt))
            yield return new(OccurrenceState.DraftReceived, complete.ReceivedAt, "plan-received", complete.Hash);
    }

    private static IEnumerable<OccurrenceStep> DraftDelivered(AgreementYear year, Obligation obligation)
    {
        Delivery[] drafts = [.. year.Deliveries.All.Where(d => d.Obligation == obligation.Id && d.Version is DeliveryVersion.Draft)];
        Instant?[] received = [.. drafts.GroupBy(d => d.Contact).Select(to => to.Min(d => d.ReceivedAt))];
        if (received.Length > 0 && received.All(r => r is not null) && received.Max() is { } at)
            yield return new(OccurrenceState.DraftDelivered, at, "attempt-ended", drafts[0].Documents[0].Hash);
    }

    private static IEnumerable<OccurrenceStep> Late(
        OccurrenceProgress progress, Obligation obligation, Occurrence occurrence, PlanFile? complete, LocalDate today)
    {
        if (occurrence.IsHistory || today <= occurrence.EffectiveDue) yield break;
        var late = Stockholm.Zone.AtStartOfDay(occurrence.EffectiveDue.PlusDays(1)).ToInstant();
        var received = obligation.DraftByDeadline ? complete?.ReceivedAt : AdoptedAt(progress, complete);
        var ended = progress.Closed?.At ?? progress.Lapsed?.At;
        if (!(received < late) && !(ended < late)) yield return new(OccurrenceState.Late, late);
    }

    private static IEnumerable<OccurrenceStep> Adopted(OccurrenceProgress progress, PlanFile? complete)
    {
        if (AdoptedAt(progress, complete) is { } at)
            yield return new(OccurrenceState.Adopted, at, "plan-adopted", progress.Adoption!.Extract ?? progress.Files.FirstOrDefault(f => f.Adopted is not null)?.Hash);
    }

    private static Instant? AdoptedAt(OccurrenceProgress progress, PlanFile? complete) =>
        progress.Adoption is { } adoption && complete is not null ? Instant.Max(adoption.At, complete.ReceivedAt) : null;

    private static IEnumerable<OccurrenceStep> Ended(OccurrenceProgress progress)
    {
        if (progress.FulfilledAt is { } at) yield return new(OccurrenceState.Fulfilled, at, "occurrence-fulfilled");
        if (progress.Closed is { } closed) yield return new(OccurrenceState.Closed, closed.At, "occurrence-closed", By: closed.By, Reason: closed.Reason);
        if (progress.Lapsed is { } lapsed) yield return new(OccurrenceState.Closed, lapsed.At, "occurrence-lapsed", Reason: lapsed.Reason);
    }
}
