using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Ledger.Retention;

namespace Samverkan.Ledger;

/// <summary>
/// Reading and deciding on streams: loads a state (only what is new since the last time), lets a decision make events of
/// it, seals and appends them, and decides again where another host was quicker.
/// </summary>
public sealed partial class LedgerBook : IDisposable
{
    private const int MostConflicts = 200;

    private readonly ILedgerStore _store;
    private readonly IClock _clock;
    private readonly Lazy<IReadOnlyList<IProjection>> _projections;
    private readonly ILogger<LedgerBook> _log;
    private readonly RecentStates _recent = new();
    private readonly RecentStates _heads = new();
    private readonly StreamGates _gates = new();

    /// <summary>Creates the book on a store. The projections are asked for at the first event.</summary>
    public LedgerBook(ILedgerStore store, IClock clock, Func<IEnumerable<IProjection>> projections, ILogger<LedgerBook> log)
    {
        _store = store;
        _clock = clock;
        _projections = new Lazy<IReadOnlyList<IProjection>>(() => [.. projections()]);
        _log = log;
    }

    /// <summary>The state of a stream, as new as the store.</summary>
    public async Task<TState> LoadAsync<TState>(StreamId stream, CancellationToken cancellation)
        where TState : class, IStreamState<TState> =>
        (await ReadAsync<TState>(stream, cancellation)).State;

    /// <summary>The states of streams, in their order, as new as the store, for one look: they are not kept for the next time.</summary>
    public async Task<IReadOnlyList<TState>> PeekAsync<TState>(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation)
        where TState : class, IStreamState<TState>
    {
        var states = streams.ToDictionary(stream => stream, TState.Empty);
        await foreach (var stored in _store.ReadAsync(streams, cancellation))
            if (ToRecorded(stored) is { } e) states[stored.Stream] = states[stored.Stream].Apply(e);
        return [.. streams.Select(stream => states[stream])];
    }

    /// <summary>
    /// The state of a stream as this process saw it last, without asking the store; null where it has not. Others may have
    /// gone on since: only for what is decided anew under compare-and-swap.
    /// </summary>
    public TState? Known<TState>(StreamId stream)
        where TState : class, IStreamState<TState> => Newest<TState>(stream)?.State;

    /// <summary>
    /// The state of a stream, at least as new as events that have just been recorded in it. Where the state before them is
    /// known, they are applied to it and the store is not asked: on a storage account each question costs.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="recorded">What <see cref="RecordAsync"/> returned, or handed to a projection.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<TState> LoadAsync<TState>(StreamId stream, IReadOnlyList<RecordedEvent> recorded, CancellationToken cancellation)
        where TState : class, IStreamState<TState>
    {
        if (_recent.Find<Recorded>(stream) is not { } last || !ReferenceEquals(last.Events, recorded) || recorded.Any(e => e.Event is ErasureDone))
            return await LoadAsync<TState>(stream, cancellation);
        var known = _recent.Find<Snapshot<TState>>(stream);
        if (known?.Head.Version >= last.After.Version) return known.State;
        if (known is null ? last.Before.Version > 0 : known.Head != last.Before) return await LoadAsync<TState>(stream, cancellation);
        var state = recorded.Aggregate(known?.State ?? TState.Empty(stream), (before, e) => before.Apply(e));
        _recent.Keep(stream, new Snapshot<TState>(last.After, state));
        return state;
    }

    /// <summary>
    /// Records what <paramref name="decide"/> makes of the newest state, and returns what was recorded: nothing where it
    /// decided nothing. The decision may run several times and must do nothing but decide.
    /// </summary>
    /// <exception cref="LedgerBusyException">Other writers were quicker 200 times in a row.</exception>
    public async Task<IReadOnlyList<RecordedEvent>> RecordAsync<TState>(
        StreamId stream, string by, Func<TState, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellation)
        where TState : class, IStreamState<TState>
    {
        var recorded = await AppendAsync(stream, by, decide, cancellation);
        if (recorded.Count > 0) await ProjectAsync(stream, recorded, cancellation);
        return recorded;
    }

    /// <summary>The events of a stream in order, with those that this version does not know left out.</summary>
    public async IAsyncEnumerable<RecordedEvent> EventsAsync(
        StreamId stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in _store.ReadAsync(stream, 0, cancellation))
            if (ToRecorded(stored) is { } e) yield return e;
    }

    /// <inheritdoc/>
    public void Dispose() => _gates.Dispose();

    private async Task<IReadOnlyList<RecordedEvent>> AppendAsync<TState>(
        StreamId stream, string by, Func<TState, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellation)
        where TState : class, IStreamState<TState>
    {
        using var turn = await _gates.EnterAsync(stream, cancellation);
        // First on what is known: where another host has gone on, the append conflicts and the stream is read after all. That
        // there is nothing to record is said of the newest state only.
        if (Newest<TState>(stream) is { } known && decide(known.State) is { Count: > 0 } early
            && await TryAppendAsync(known.Head, early, by, cancellation) is { } kept) return kept;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var (head, state) = await ReadAsync<TState>(stream, cancellation);
            var events = decide(state);
            if (events.Count == 0) return [];
            if (await TryAppendAsync(head, events, by, cancellation) is { } recorded) return recorded;
        }

        throw new LedgerBusyException(stream, MostConflicts);
    }

    private async Task<IReadOnlyList<RecordedEvent>?> TryAppendAsync(
        StreamHead head, IReadOnlyList<LedgerEvent> events, string by, CancellationToken cancellation)
    {
        var stored = HashChain.Seal(head, events, _clock.GetCurrentInstant(), by);
        if (!await _store.AppendAsync(head, stored, cancellation)) return null;
        RecordedEvent[] recorded = [.. stored.Select(s => ToRecorded(s)!)];
        var after = new StreamHead(head.Stream, stored[^1].Version, stored[^1].Hash);
        _recent.Keep(head.Stream, new Recorded(head, after, recorded));
        _heads.Keep(head.Stream, after);
        return recorded;
    }

    // Null where this process has seen the stream in a newer state of another kind: a decision may build on what that one said.
    private Snapshot<TState>? Newest<TState>(StreamId stream)
        where TState : class, IStreamState<TState> =>
        _recent.Find<Snapshot<TState>>(stream) is { } known && known.Head == _heads.Find<StreamHead>(stream) ? known : null;

    private async Task<(StreamHead Head, TState State)> ReadAsync<TState>(StreamId stream, CancellationToken cancellation, bool keep = true)
        where TState : class, IStreamState<TState>
    {
        var known = _recent.Find<Snapshot<TState>>(stream);
        var (head, state) = known is null ? (StreamHead.None(stream), TState.Empty(stream)) : (known.Head, known.State);
        await foreach (var stored in _store.ReadAsync(stream, head.Version, cancellation))
        {
            var e = ToRecorded(stored);
            if (known is not null && e?.Event is ErasureDone)
            {
                // What was revealed before the erasure must not live on in memory.
                _recent.Forget<Snapshot<TState>>(stream);
                return await ReadAsync<TState>(stream, cancellation, keep);
            }

            if (e is not null) state = state.Apply(e);
            head = new StreamHead(stream, stored.Version, stored.Hash);
        }

        if (keep)
        {
            if (known?.Head != head) _recent.Keep(stream, new Snapshot<TState>(head, state));
            _heads.Keep(stream, head);
        }

        return (head, state);
    }

    private async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> recorded, CancellationToken cancellation)
    {
        foreach (var projection in _projections.Value)
        {
            try
            {
                await projection.ProjectAsync(stream, recorded, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The events stand; the rows made of them are repaired by the next sweep.
                LogProjectionFailed(e, projection.GetType().Name, stream.Value);
            }
        }
    }

    private RecordedEvent? ToRecorded(StoredEvent stored)
    {
        if (EventCatalog.Read(stored) is { } e) return new RecordedEvent(stored.Stream, stored.Version, stored.At, stored.By, e);
        LogUnknownEvent(stored.Stream.Value, stored.Version, stored.Type);
        return null;
    }

    [LoggerMessage(1001, LogLevel.Error, "{Projection} could not take in new events of stream {Stream}; the next sweep repairs it")]
    private partial void LogProjectionFailed(Exception e, string projection, string stream);

    [LoggerMessage(1002, LogLevel.Warning, "Event {Version} of stream {Stream} is of a kind this version does not know: {Type}")]
    private partial void LogUnknownEvent(string stream, long version, string type);

    private sealed record Recorded(StreamHead Before, StreamHead After, IReadOnlyList<RecordedEvent> Events);

    private sealed record Snapshot<TState>(StreamHead Head, TState State);
}
