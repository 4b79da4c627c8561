using NodaTime;

namespace Samverkan.Deadlines.Calendar;

/// <summary>A day in the calendar with its revision, as calendar programs follow it (RFC 5545 3.8.7.4).</summary>
/// <param name="Item">The day as it is now, or as it last was.</param>
/// <param name="Sequence">0 at first, one more for each change; never less than it was.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="IsCancelled">Whether it has fallen away.</param>
public sealed record CalendarEntry(CalendarItem Item, int Sequence, Instant ChangedAt, bool IsCancelled)
{
    /// <summary>
    /// The entry after what has happened to its occurrence: one that a person has closed is cancelled with all its days; of
    /// one that is fulfilled the reminders still to come are. Each happens once, so the sequence only grows.
    /// </summary>
    public CalendarEntry After(OccurrenceProgress progress)
    {
        var entry = this;
        if (progress.FulfilledAt is { } fulfilled && Item.Kind is CalendarItemKind.Reminder)
            entry = entry.Changed(fulfilled, IsCancelled || Item.Day > Stockholm.DateOf(fulfilled));
        if (progress.Closed is { } closed) entry = entry.Changed(Stockholm.MorningOf(closed.On), isCancelled: true);
        return entry;
    }

    /// <summary>Whether it belongs into a feed.</summary>
    public bool IsIn(CalendarScope scope) =>
        (scope.Agreement is not { } agreement || Item.Agreement == agreement)
        && (scope.Responsible is not { } contact || Item.IsOf(contact));

    private CalendarEntry Changed(Instant at, bool isCancelled) =>
        this with { Sequence = Sequence + 1, ChangedAt = Instant.Max(ChangedAt, at), IsCancelled = isCancelled };
}
