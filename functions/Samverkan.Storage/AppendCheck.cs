using Samverkan.Ledger;

namespace Samverkan.Storage;

/// <summary>What every store of the ledger asks of events before it appends them.</summary>
internal static class AppendCheck
{
    /// <exception cref="ArgumentException">The events are none, too many, or do not follow the head.</exception>
    public static void Demand(StreamHead expected, IReadOnlyList<StoredEvent> events)
    {
        if (events.Count is < 1 or > 99)
            throw new ArgumentException($"1 to 99 events are appended at a time, not {events.Count}.", nameof(events));
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Stream != expected.Stream || events[i].Version != expected.Version + 1 + i)
                throw new ArgumentException($"The events must follow version {expected.Version} of {expected.Stream}, in order.", nameof(events));
        }
    }
}
