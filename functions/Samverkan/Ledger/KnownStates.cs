using Samverkan.Ledger.Retention;

namespace Samverkan.Ledger;

/// <summary>What this process knows of streams without asking the store. What was revealed before an erasure is not kept.</summary>
internal sealed class KnownStates
{
    private readonly RecentStates _states = new();
    private readonly RecentStates _tails = new();

    /// <summary>A state at the newest event that this process has seen; null where it cannot be had without asking the store.</summary>
    public Snapshot<TState>? Newest<TState>(StreamId stream)
        where TState : class, IStreamState<TState>
    {
        var known = _states.Find<Snapshot<TState>>(stream);
        var newest = _tails.Find<StreamTail>(stream)?.BringUp(known);
        if (newest is not null && !ReferenceEquals(newest, known)) _states.Keep(stream, newest);
        return newest;
    }

    /// <summary>A state as new as it can be had here, to be read on from; null where there is none.</summary>
    public Snapshot<TState>? Last<TState>(StreamId stream)
        where TState : class, IStreamState<TState> => Newest<TState>(stream) ?? _states.Find<Snapshot<TState>>(stream);

    /// <summary>Keeps what was appended, and the states after it; after an erasure they are read anew.</summary>
    public void Keep(LedgerDraft draft)
    {
        var stream = draft.Before.Stream;
        if (draft.Recorded.Any(e => e.Event is ErasureDone))
        {
            _tails.Forget<StreamTail>(stream);
            return;
        }

        draft.KeepIn(_states);
        _tails.Keep(stream, StreamTail.Of(_tails.Find<StreamTail>(stream), draft.Before, draft.After, draft.Recorded));
    }

    /// <summary>Keeps a state that was read.</summary>
    public void Keep<TState>(Snapshot<TState> snapshot)
        where TState : class, IStreamState<TState>
    {
        var head = snapshot.Head;
        _states.Keep(head.Stream, snapshot);
        if (_tails.Find<StreamTail>(head.Stream) is not { } tail || tail.Head.Version < head.Version)
            _tails.Keep(head.Stream, new StreamTail(head.Version, head, []));
    }

    /// <summary>Keeps nothing of a state any more.</summary>
    public void Forget<TState>(StreamId stream)
        where TState : class, IStreamState<TState>
    {
        _states.Forget<Snapshot<TState>>(stream);
        _tails.Forget<StreamTail>(stream);
    }
}
