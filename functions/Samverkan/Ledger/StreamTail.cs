namespace Samverkan.Ledger;

/// <summary>
/// The newest head of a stream that this process has seen, and the events up to it that it has recorded itself: so that
/// states which were kept at different times can be brought up to one head without asking the store.
/// </summary>
/// <param name="From">The version before the first of them.</param>
/// <param name="Head">The newest.</param>
/// <param name="Events">Those that this version of Samverkan knows, in order.</param>
internal sealed record StreamTail(long From, StreamHead Head, IReadOnlyList<RecordedEvent> Events)
{
    private const int Most = 64;

    /// <summary>The tail with events behind it; where they do not follow on it, or there would be too many, they alone.</summary>
    public static StreamTail Of(StreamTail? tail, StreamHead before, StreamHead after, IReadOnlyList<RecordedEvent> events) =>
        tail?.Head == before && tail.Events.Count + events.Count <= Most
            ? tail with { Head = after, Events = [.. tail.Events, .. events] }
            : new StreamTail(before.Version, after, events);

    /// <summary>A state of the stream brought up to the head; null where events between are not here.</summary>
    /// <param name="known">The state; null for that of a stream without events.</param>
    public Snapshot<TState>? BringUp<TState>(Snapshot<TState>? known)
        where TState : class, IStreamState<TState>
    {
        if (known?.Head == Head) return known;
        var from = known?.Head.Version ?? 0;
        if (from < From || from >= Head.Version) return null;
        return new Snapshot<TState>(Head, Events.Where(e => e.Version > from).Aggregate(known?.State ?? TState.Empty(Head.Stream), (state, e) => state.Apply(e)));
    }
}
