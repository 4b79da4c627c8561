using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Ledger.Retention;

namespace Samverkan.Ledger;

/// <summary>
/// Reading and deciding on streams: loads a state (only what is new since the last time), lets a decision make events of
/// it, seals and appends them, and decides again where another host was quicker. What this process decides on one stream
/// while an append to it is under way is decided in order of arrival and appended together.
/// </summary>
public sealed partial class LedgerBook : IDisposable
{
    private const int MostConflicts = 200;

    private readonly ILedgerStore _store;
    private readonly IClock _clock;
    private readonly Lazy<IReadOnlyList<IProjection>> _projections;
    private readonly ILogger<LedgerBook> _log;
    private readonly KnownStates _known = new();
    private readonly StreamLine[] _lines = [.. Enumerable.Range(0, 64).Select(_ => new StreamLine())];
    private bool _disposed;

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
        // A list that was read in pages may have a stream twice: its row was moved in between.
        var states = streams.Distinct().ToDictionary(stream => stream, TState.Empty);
        await foreach (var stored in _store.ReadAsync(states.Keys, cancellation))
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
        where TState : class, IStreamState<TState> =>
        recorded.Count > 0 && Newest<TState>(stream) is { } newest && newest.Head.Version >= recorded[^1].Version
            ? newest.State
            : await LoadAsync<TState>(stream, cancellation);

    /// <summary>
    /// Records what <paramref name="decide"/> makes of the newest state, and returns what was recorded: nothing where it
    /// decided nothing. The decision may run several times and must do nothing but decide.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="by">Who or what decides.</param>
    /// <param name="decide">Makes events of the state.</param>
    /// <param name="cancellation">Ends the wait: whether anything was recorded is then unknown.</param>
    /// <param name="waitForRows">
    /// Whether rows have been made of the events too when the task ends. If not, they are made meanwhile, and before those of
    /// anything that is recorded later: for a step that another one follows in any case.
    /// </param>
    /// <exception cref="LedgerBusyException">Other writers were quicker 200 times in a row.</exception>
    public async Task<IReadOnlyList<RecordedEvent>> RecordAsync<TState>(
        StreamId stream, string by, Func<TState, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellation, bool waitForRows = true)
        where TState : class, IStreamState<TState>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellation.ThrowIfCancellationRequested();
        var decision = new PendingDecision<TState>(this, stream, by, decide, waitForRows, cancellation);
        var line = _lines[(uint)stream.Value.GetHashCode(StringComparison.Ordinal) % _lines.Length];
        if (line.Join(decision)) _ = ServeAsync(line);
        return await decision.Done.WaitAsync(cancellation);
    }

    /// <summary>The events of a stream in order, with those that this version does not know left out.</summary>
    public async IAsyncEnumerable<RecordedEvent> EventsAsync(
        StreamId stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in _store.ReadAsync(stream, 0, cancellation))
            if (ToRecorded(stored) is { } e) yield return e;
    }

    /// <summary>Takes no more decisions.</summary>
    public void Dispose() => _disposed = true;

    /// <summary>A stream's state at the newest event that this process has seen; null where it cannot be had without asking the store.</summary>
    internal Snapshot<TState>? Newest<TState>(StreamId stream)
        where TState : class, IStreamState<TState> => _known.Newest<TState>(stream);

    /// <summary>A stream's state at its newest event.</summary>
    internal async Task<Snapshot<TState>> ReadAsync<TState>(StreamId stream, CancellationToken cancellation)
        where TState : class, IStreamState<TState>
    {
        var known = _known.Last<TState>(stream);
        var (head, state) = known ?? new Snapshot<TState>(StreamHead.None(stream), TState.Empty(stream));
        await foreach (var stored in _store.ReadAsync(stream, head.Version, cancellation))
        {
            var e = ToRecorded(stored);
            if (known is not null && e?.Event is ErasureDone)
            {
                // What was revealed before the erasure must not live on in memory.
                _known.Forget<TState>(stream);
                return await ReadAsync<TState>(stream, cancellation);
            }

            if (e is not null) state = state.Apply(e);
            head = new StreamHead(stream, stored.Version, stored.Hash);
        }

        if (known?.Head == head) return known;
        var snapshot = new Snapshot<TState>(head, state);
        _known.Keep(snapshot);
        return snapshot;
    }

    // Nobody waits for the service itself: every fault is told to those whose decisions it concerns.
    private async Task ServeAsync(StreamLine line)
    {
        while (line.Next() is { Count: > 0 } decisions)
        {
            PendingDecision[] begun = [.. decisions.Where(d => !d.EndIfCancelled())];
            try
            {
                if (begun.Length == 0) continue;
                var draft = await AppendAsync(begun);
                line.Return(begun.Except(draft.Decided.Select(d => d.Decision)));
                line.Follow(begun[0].Stream, before => CompleteAsync(draft, before));
            }
            catch (Exception e)
            {
                foreach (var decision in begun) decision.Fail(e);
            }
        }
    }

    // First on what is known: where another host has gone on, the append conflicts and the store is asked after all. That
    // there is nothing to record is said of the newest state only.
    private async Task<LedgerDraft> AppendAsync(IReadOnlyList<PendingDecision> decisions)
    {
        // Where others have a part in it, one who gives up must not take it from them.
        var cancellation = decisions.Count == 1 ? decisions[0].Cancellation : CancellationToken.None;
        if (await DraftAsync(decisions, ask: false, cancellation) is { Stored.Count: > 0 } known && await TryAppendAsync(known)) return known;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await DraftAsync(decisions, ask: true, cancellation) is { } draft && (draft.Stored.Count == 0 || await TryAppendAsync(draft))) return draft;
        }

        throw new LedgerBusyException(decisions[0].Stream, MostConflicts);
    }

    // Null where the states that are decided on are not all known, or not of one moment: another process has appended meanwhile.
    private async Task<LedgerDraft?> DraftAsync(IReadOnlyList<PendingDecision> decisions, bool ask, CancellationToken cancellation)
    {
        var draft = new LedgerDraft(decisions[0].Stream, cancellation);
        var begun = new List<PendingDecision>(decisions.Count);
        foreach (var decision in decisions)
        {
            try
            {
                if (!await decision.BeginAsync(draft, ask)) return null;
                begun.Add(decision);
            }
            catch (Exception e)
            {
                if (!ask) return null;
                draft.Fail(decision, e);
            }
        }

        foreach (var decision in begun)
            if (!draft.TryDecide(decision, _clock.GetCurrentInstant(), e => ToRecorded(e)!)) break;
        return draft;
    }

    // False where the stream has another head by now. After a fault nobody knows whether the events were stored: that is
    // told to those who had a part in them, and to nobody else.
    private async Task<bool> TryAppendAsync(LedgerDraft draft)
    {
        try
        {
            if (!await _store.AppendAsync(draft.Before, draft.Stored, draft.Cancellation)) return false;
            _known.Keep(draft);
        }
        catch (Exception e)
        {
            draft.FailAll(e);
        }

        return true;
    }

    // Rows are made in the order of the events, while the next are appended. Never fails: what follows waits for it.
    private async Task CompleteAsync(LedgerDraft draft, Task before)
    {
        var waiting = draft.Decided.ToLookup(d => d.Recorded.Count > 0 && d.Decision.WaitsForRows);
        foreach (var decided in waiting[false]) decided.Tell();
        try
        {
            await before;
            if (draft.Recorded.Count == 0) return;
            foreach (var projection in _projections.Value) await ProjectAsync(projection, draft.Before.Stream, draft.Recorded);
            foreach (var decided in waiting[true]) decided.Tell();
        }
        catch (Exception e)
        {
            foreach (var decided in waiting[true]) decided.Decision.Fail(e);
        }
    }

    // Whoever has asked for it to be recorded may have given up; the rows are made all the same.
    private async Task ProjectAsync(IProjection projection, StreamId stream, IReadOnlyList<RecordedEvent> recorded)
    {
        try
        {
            await projection.ProjectAsync(stream, recorded, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The events stand; the rows made of them are repaired by the next sweep.
            LogProjectionFailed(e, projection.GetType().Name, stream.Value);
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
}
