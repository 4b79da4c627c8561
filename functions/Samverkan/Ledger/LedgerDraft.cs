using NodaTime;

namespace Samverkan.Ledger;

/// <summary>
/// What several decisions make of one stream before it is appended: each sees what those before it have decided. Holds
/// every kind of state that they are made on.
/// </summary>
internal sealed class LedgerDraft(StreamId stream, CancellationToken cancellation)
{
    private const int MostEvents = 99;
    private const int MostLength = 500_000;

    private readonly List<Decided> _decided = [];
    private readonly List<StoredEvent> _stored = [];
    private readonly List<RecordedEvent> _recorded = [];
    private Dictionary<Type, IDraftState> _states = [];
    private StreamHead? _head;
    private long _length;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Where the stream stood; the events are sealed on it.</summary>
    public StreamHead Before { get; private set; } = StreamHead.None(stream);

    public StreamHead After => _head ?? Before;

    public IReadOnlyList<StoredEvent> Stored => _stored;

    public IReadOnlyList<RecordedEvent> Recorded => _recorded;

    /// <summary>Those that have been decided, or have failed. There may have been no room for the others.</summary>
    public IReadOnlyList<Decided> Decided => _decided;

    public bool Has<TState>()
        where TState : class, IStreamState<TState> => _states.ContainsKey(typeof(TState));

    public TState StateOf<TState>()
        where TState : class, IStreamState<TState> => ((DraftState<TState>)_states[typeof(TState)]).State;

    /// <summary>Brings a state in. False where it is of another moment than those that are here.</summary>
    public bool Begin<TState>(Snapshot<TState> snapshot)
        where TState : class, IStreamState<TState>
    {
        if (_states.Count > 0 && snapshot.Head != Before) return false;
        Before = snapshot.Head;
        _states.Add(typeof(TState), new DraftState<TState>(snapshot.State));
        return true;
    }

    /// <summary>Lets a decision be made, sealed on those before. False where one append has no room for it beside them.</summary>
    public bool TryDecide(PendingDecision decision, Instant at, Func<StoredEvent, RecordedEvent> read)
    {
        try
        {
            var events = decision.Decide(this);
            if (events.Count > MostEvents) throw new InvalidOperationException($"One decision makes {events.Count} events; {MostEvents} can be appended together.");
            IReadOnlyList<RecordedEvent>? recorded = events.Count == 0 ? [] : TryAdd(HashChain.Seal(After, events, at, decision.By), read);
            if (recorded is not null) _decided.Add(new Decided(decision, recorded, null));
            return recorded is not null;
        }
        catch (Exception e)
        {
            Fail(decision, e);
            return true;
        }
    }

    public void Fail(PendingDecision decision, Exception e) => _decided.Add(new Decided(decision, [], e));

    /// <summary>Nothing of it is known to be stored.</summary>
    public void FailAll(Exception e)
    {
        _recorded.Clear();
        for (var i = 0; i < _decided.Count; i++) _decided[i] = new Decided(_decided[i].Decision, [], _decided[i].Failure ?? e);
    }

    /// <summary>Hands each state over as it is now.</summary>
    public void KeepIn(RecentStates recent)
    {
        foreach (var state in _states.Values) state.KeepIn(recent, After);
    }

    private RecordedEvent[]? TryAdd(IReadOnlyList<StoredEvent> stored, Func<StoredEvent, RecordedEvent> read)
    {
        var length = stored.Sum(e => (long)e.Data.Length + (e.Personal?.Length ?? 0));
        if (_stored.Count > 0 && (_stored.Count + stored.Count > MostEvents || _length + length > MostLength)) return null;
        RecordedEvent[] recorded = [.. stored.Select(read)];
        var states = _states.ToDictionary(s => s.Key, s => s.Value.With(recorded));

        // Nothing fails from here: what could not be applied has left no trace.
        _states = states;
        _stored.AddRange(stored);
        _recorded.AddRange(recorded);
        _length += length;
        _head = new StreamHead(stream, stored[^1].Version, stored[^1].Hash);
        return recorded;
    }

    private interface IDraftState
    {
        IDraftState With(IEnumerable<RecordedEvent> events);

        void KeepIn(RecentStates recent, StreamHead head);
    }

    private sealed record DraftState<TState>(TState State) : IDraftState
        where TState : class, IStreamState<TState>
    {
        public IDraftState With(IEnumerable<RecordedEvent> events) => new DraftState<TState>(events.Aggregate(State, (state, e) => state.Apply(e)));

        public void KeepIn(RecentStates recent, StreamHead head) => recent.Keep(head.Stream, new Snapshot<TState>(head, State));
    }
}
