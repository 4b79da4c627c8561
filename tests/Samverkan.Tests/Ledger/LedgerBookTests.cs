using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Ledger;

/// <summary>Decisions of one process on one stream.</summary>
public sealed class LedgerBookTests : IClock, IDisposable
{
    private static readonly StreamId Stream = StreamId.OfAgreement("avtal", 2026);
    private readonly MemoryLedgerStore _memory = new();
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LedgerBook _ledger;
    private readonly List<int> _appends = [];
    private readonly Rows _rows = new();
    private readonly Held _store;

    public LedgerBookTests()
    {
        _store = new Held(_memory, _appends, _go.Task);
        _ledger = new LedgerBook(_store, this, () => [_rows], NullLogger<LedgerBook>.Instance);
    }

    public void Dispose() => _ledger.Dispose();

    public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 23, 6, 0);

    [Fact]
    public async Task What_is_decided_during_an_append_is_appended_together_in_order_each_on_what_came_before()
    {
        var decided = Enumerable.Range(0, 6).Select(_ => RecordAsync(1)).ToArray();
        _go.SetResult();
        var recorded = await Task.WhenAll(decided);

        Assert.Equal([1, 5], _appends);
        Assert.Equal([1, 2, 3, 4, 5, 6], recorded.Select(r => Assert.Single(r).Version));
        Assert.Equal([1, 2, 3, 4, 5, 6], recorded.Select(r => ((ClaimRenewed)r[0].Event).Attempt));
        Assert.Equal(6, (await _ledger.LoadAsync<Count>(Stream, recorded[2], default)).Events);
        var head = StreamHead.None(Stream);
        foreach (var e in _memory.All)
        {
            Assert.Null(HashChain.Check(head, e));
            head = new StreamHead(Stream, e.Version, e.Hash);
        }
    }

    [Fact]
    public async Task States_of_two_kinds_are_decided_on_together()
    {
        var first = RecordAsync(1);
        var second = RecordAsync(2);
        var third = _ledger.RecordAsync<Names>(Stream, "test", names => [new ClaimRenewed($"{names.Seen}", 0, GetCurrentInstant())], default);
        _go.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal("3", ((ClaimRenewed)(await third)[0].Event).Id);
        Assert.Equal([1, 3], _appends);
    }

    [Fact]
    public async Task More_events_than_an_append_may_hold_are_several_appends()
    {
        var decided = Enumerable.Range(0, 4).Select(_ => RecordAsync(40)).ToArray();
        _go.SetResult();
        await Task.WhenAll(decided);
        Assert.Equal([40, 80, 40], _appends);
        Assert.Equal(160, _memory.All.Count());
    }

    [Fact]
    public async Task A_decision_that_fails_or_is_given_up_takes_nothing_from_the_others()
    {
        using var cancelled = new CancellationTokenSource();
        var first = RecordAsync(1);
        var bad = _ledger.RecordAsync<Count>(Stream, "test", _ => throw new InvalidOperationException("on purpose"), default);
        var given = _ledger.RecordAsync<Count>(Stream, "test", _ => [new ClaimRenewed("given up", 0, GetCurrentInstant())], cancelled.Token);
        var nothing = _ledger.RecordAsync<Count>(Stream, "test", _ => [], default);
        var last = RecordAsync(1);
        await cancelled.CancelAsync();
        _go.SetResult();

        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Empty(await nothing);
        Assert.Equal((1L, 2L), (Assert.Single(await first).Version, Assert.Single(await last).Version));
        Assert.Equal(2, _memory.All.Count());
    }

    [Fact]
    public async Task A_store_that_fails_is_told_to_everybody_it_concerns_and_the_next_are_served()
    {
        var decided = Enumerable.Range(0, 3).Select(_ => RecordAsync(1)).ToArray();
        _go.SetException(new IOException("on purpose"));
        foreach (var task in decided) await Assert.ThrowsAsync<IOException>(() => task);
        Assert.Empty(_memory.All);
        await Assert.ThrowsAsync<IOException>(() => RecordAsync(1));
    }

    [Fact]
    public async Task Rows_are_made_in_order_while_the_next_are_appended_and_who_waits_for_them_waits_for_all_before()
    {
        _go.SetResult();
        var hold = _rows.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await RecordAsync(1, waitForRows: false);
        var second = RecordAsync(2);
        Assert.Equal(1L, Assert.Single(first).Version);
        Assert.True(SpinWait.SpinUntil(() => _memory.All.Count() == 3, TimeSpan.FromSeconds(30)));
        Assert.False(second.IsCompleted);
        Assert.Equal([1], _rows.Made);

        hold.SetResult();
        Assert.Equal([2L, 3L], (await second).Select(e => e.Version));
        Assert.Equal([1, 2, 3], _rows.Made);
    }

    [Fact]
    public async Task Rows_that_cannot_be_made_take_nothing_from_what_was_recorded()
    {
        _go.SetResult();
        _rows.Hold = new TaskCompletionSource();
        _rows.Hold.SetException(new IOException("on purpose"));
        Assert.Equal(1L, Assert.Single(await RecordAsync(1)).Version);
        Assert.Equal(2L, Assert.Single(await RecordAsync(1)).Version);
    }

    [Fact]
    public async Task States_of_all_kinds_are_brought_up_by_what_this_process_recorded_without_asking_the_store()
    {
        _go.SetResult();
        await RecordAsync(1);
        var asked = _store.Reads;
        for (var i = 0; i < 40; i++) await RecordAsync(1);
        Assert.Equal(41, _ledger.Known<Names>(Stream)!.Seen);
        await _ledger.RecordAsync<Names>(Stream, "test", names => [new ClaimRenewed("n", names.Seen, GetCurrentInstant())], default);
        Assert.Equal(asked, _store.Reads);

        for (var i = 0; i < 70; i++) await RecordAsync(1); // longer than what is kept
        Assert.Equal(asked, _store.Reads);
        Assert.Null(_ledger.Known<Names>(Stream));
        Assert.Equal(112, (await _ledger.LoadAsync<Names>(Stream, default)).Seen);
    }

    [Fact]
    public async Task What_another_process_has_appended_is_read_before_it_is_decided_again()
    {
        _go.SetResult();
        using var other = new LedgerBook(_memory, this, () => [], NullLogger<LedgerBook>.Instance);
        await RecordAsync(1);
        await other.RecordAsync<Count>(Stream, "other", count => [new ClaimRenewed("other", count.Events + 1, GetCurrentInstant())], default);

        // With nothing to record the store is asked; with something the append tells.
        var seen = 0;
        Assert.Empty(await _ledger.RecordAsync<Count>(
            Stream,
            "test",
            count =>
            {
                seen = count.Events;
                return [];
            },
            default));
        Assert.Equal(2, seen);
        await other.RecordAsync<Count>(Stream, "other", count => [new ClaimRenewed("other", count.Events + 1, GetCurrentInstant())], default);
        Assert.Equal(4, ((ClaimRenewed)Assert.Single(await RecordAsync(1)).Event).Attempt);
    }

    [Fact]
    public async Task A_stream_that_is_peeked_at_twice_together_is_read_once()
    {
        _go.SetResult();
        await RecordAsync(2);
        var other = StreamId.OfAgreement("avtal", 2027);
        Assert.Equal([2, 0, 2], (await _ledger.PeekAsync<Count>([Stream, other, Stream], default)).Select(count => count.Events));
    }

    private Task<IReadOnlyList<RecordedEvent>> RecordAsync(int events, bool waitForRows = true) => _ledger.RecordAsync<Count>(
        Stream,
        "test",
        count => [.. Enumerable.Range(1, events).Select(i => new ClaimRenewed(i.ToString(CultureInfo.InvariantCulture), count.Events + i, GetCurrentInstant()))],
        CancellationToken.None,
        waitForRows);

    private sealed class Rows : IProjection
    {
        public List<long> Made { get; } = [];

        public TaskCompletionSource? Hold { get; set; }

        public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
        {
            Made.AddRange(appended.Select(e => e.Version));
            if (Hold is { } hold) await hold.Task;
        }
    }

    private sealed record Count(int Events) : IStreamState<Count>
    {
        public static Count Empty(StreamId stream) => new(0);

        public Count Apply(RecordedEvent e) => new(Events + 1);
    }

    private sealed record Names(int Seen) : IStreamState<Names>
    {
        public static Names Empty(StreamId stream) => new(0);

        public Names Apply(RecordedEvent e) => new(Seen + 1);
    }

    private sealed class Held(MemoryLedgerStore store, List<int> appends, Task go) : ILedgerStore
    {
        public int Reads { get; private set; }

        public async Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
        {
            await go;
            appends.Add(events.Count);
            return await store.AppendAsync(expected, events, cancellation);
        }

        public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation)
        {
            Reads++;
            return store.ReadAsync(stream, afterVersion, cancellation);
        }

        public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => store.HeadAsync(stream, cancellation);

        public IAsyncEnumerable<StreamHead> HeadsAsync(CancellationToken cancellation) => store.HeadsAsync(cancellation);
    }
}
