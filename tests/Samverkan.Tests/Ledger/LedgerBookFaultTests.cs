using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Ledger;

/// <summary>What goes wrong for one decision goes wrong for no other, and nobody waits for ever.</summary>
public sealed class LedgerBookFaultTests : IClock
{
    private static readonly StreamId Stream = StreamId.OfAgreement("avtal", 2026);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly MemoryLedgerStore _memory = new();

    public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 23, 6, 0);

    private LedgerBook Book(ILedgerStore? store = null, Func<IEnumerable<IProjection>>? rows = null, ILogger<LedgerBook>? log = null) =>
        new(store ?? _memory, this, rows ?? (() => []), log ?? NullLogger<LedgerBook>.Instance);

    private ClaimRenewed E(string id) => new(id, 0, GetCurrentInstant());

    [Fact]
    public async Task Rows_are_made_in_the_order_of_registration_so_that_those_which_tell_the_sweep_come_last()
    {
        var hold = new TaskCompletionSource();
        var agenda = new Rows(_ => hold.Task);
        var log = new Rows(_ => Task.CompletedTask);
        using var book = Book(rows: () => [agenda, log]);
        var task = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        await Task.Delay(200);
        var ran = log.Calls;
        hold.SetResult();
        await task;
        Assert.Equal(0, ran);
    }

    [Fact]
    public async Task Too_many_events_of_one_decision_harm_no_other()
    {
        var go = new TaskCompletionSource();
        using var book = Book(new Checked(_memory, go.Task));
        var first = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        var big = book.RecordAsync<Count>(Stream, "t", _ => [.. Enumerable.Range(0, 120).Select(_ => E("b"))], default);
        var others = Enumerable.Range(0, 3).Select(_ => book.RecordAsync<Count>(Stream, "t", _ => [E("c")], default)).ToArray();
        go.SetResult();
        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => big);
        foreach (var o in others) Assert.Single(await o);
    }

    [Fact]
    public async Task Projections_that_cannot_be_made_are_told_to_the_caller()
    {
        using var book = Book(rows: () => throw new InvalidOperationException("container"));
        var task = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => task.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_hangs_nobody()
    {
        var n = 0;
        using var book = Book(rows: () => [new Rows(_ => n++ == 0 ? throw new IOException("x") : Task.CompletedTask)], log: new BrokenLog());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default).WaitAsync(Soon));
        Assert.Single(await book.RecordAsync<Count>(Stream, "t", _ => [E("b")], default).WaitAsync(Soon));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_harms_no_decision_on_another()
    {
        await Book().RecordAsync<Count>(Stream, "t", _ => [E("bad")], default);
        var go = new TaskCompletionSource();
        using var book = Book(new Checked(_memory, go.Task));
        var first = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        var broken = book.RecordAsync<Picky>(Stream, "t", _ => [E("x")], default);
        var other = book.RecordAsync<Count>(Stream, "t", _ => [E("c")], default);
        go.SetResult();
        await first;
        await Assert.ThrowsAsync<FormatException>(() => broken);
        Assert.Single(await other);
    }

    [Fact]
    public async Task Events_that_cannot_be_applied_leave_nothing_in_the_states()
    {
        var go = new TaskCompletionSource();
        using var book = Book(new Checked(_memory, go.Task));
        var first = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        var a = book.RecordAsync<Count>(Stream, "t", c => [E("n" + c.Events)], default);
        var p = book.RecordAsync<Picky>(Stream, "t", _ => [E("p")], default);
        var bad = book.RecordAsync<Count>(Stream, "t", _ => [E("bad")], default);
        var seen = 0;
        var last = book.RecordAsync<Count>(
            Stream,
            "t",
            count =>
            {
                seen = count.Events;
                return [E("l")];
            },
            default);
        go.SetResult();
        await Task.WhenAll(first, a, p);
        await Assert.ThrowsAsync<FormatException>(() => bad);
        await last;
        var inStore = _memory.All.Count();
        Assert.Equal((3, 4, 4), (seen, inStore, (await book.LoadAsync<Count>(Stream, default)).Events));
    }

    [Fact]
    public async Task A_stream_that_shares_the_line_waits_for_no_rows_of_another()
    {
        var hold = new TaskCompletionSource();
        using var book = Book(rows: () => [new Rows(s => s == Stream ? hold.Task : Task.CompletedTask)]);
        var twin = Enumerable.Range(0, 100_000).Select(i => StreamId.OfAgreement("b" + i.ToString(CultureInfo.InvariantCulture), 2026))
            .First(s => Line(s) == Line(Stream));
        var slow = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        var nothing = book.RecordAsync<Count>(twin, "t", _ => [], default);
        var something = book.RecordAsync<Count>(twin, "t", _ => [E("z")], default);
        await Task.WhenAll(nothing, something).WaitAsync(Soon);
        Assert.False(slow.IsCompleted);
        hold.SetResult();
        Assert.Single(await slow);
    }

    [Fact]
    public async Task What_each_has_room_for_is_not_too_much_together()
    {
        var go = new TaskCompletionSource();
        var store = new Checked(_memory, go.Task);
        using var book = Book(store);
        var first = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], default);
        int[] lengths = [10_000, 30_000];
        var half = lengths.Select(length => book.RecordAsync<Count>(Stream, "t", _ => [.. Enumerable.Range(0, 30).Select(_ => E(new string('x', length)))], default)).ToArray();
        go.SetResult();
        await first;
        await Task.WhenAll(half);
        Assert.InRange(store.Most, 900_000, 1_000_000);
    }

    [Fact]
    public async Task A_renewal_that_the_store_broke_off_gives_the_claim_up_and_no_more()
    {
        var held = new LeaseRenewal(Duration.FromMilliseconds(30), Duration.FromMinutes(1), _ => throw new TaskCanceledException("the store's own time-out"), default);
        Assert.True(held.Held.WaitHandle.WaitOne(Soon));
        await held.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_of_what_the_caller_gave_up_is_not_left_unobserved()
    {
        var seen = 0;
        TaskScheduler.UnobservedTaskException += Note;
        await GiveUpAsync();
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= Note;
        Assert.Equal(0, seen);

        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => seen += e.Exception.InnerException is IOException { Message: "given up" } ? 1 : 0;
    }

    private async Task GiveUpAsync()
    {
        var go = new TaskCompletionSource();
        using var book = Book(new Checked(_memory, go.Task));
        using var c = new CancellationTokenSource();
        var task = book.RecordAsync<Count>(Stream, "t", _ => [E("a")], c.Token);
        await c.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        go.SetException(new IOException("given up"));
        await Task.Delay(200);
    }

    private static uint Line(StreamId s) => (uint)s.Value.GetHashCode(StringComparison.Ordinal) % 64;

    private sealed class Rows(Func<StreamId, Task> work) : IProjection
    {
        public int Calls { get; private set; }

        public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
        {
            Calls++;
            await work(stream);
        }
    }

    private sealed class BrokenLog : ILogger<LedgerBook>
    {
        public IDisposable? BeginScope<T>(T state) where T : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<T>(LogLevel level, EventId id, T state, Exception? e, Func<T, Exception?, string> f) => throw new ObjectDisposedException("log");
    }

    private sealed record Count(int Events) : IStreamState<Count>
    {
        public static Count Empty(StreamId stream) => new(0);

        public Count Apply(RecordedEvent e) => new(Events + 1);
    }

    private sealed record Picky(int Events) : IStreamState<Picky>
    {
        public static Picky Empty(StreamId stream) => new(0);

        public Picky Apply(RecordedEvent e) => ((ClaimRenewed)e.Event).Id == "bad" ? throw new FormatException("on purpose") : new(Events + 1);
    }

    private sealed class Checked(MemoryLedgerStore store, Task go) : ILedgerStore
    {
        public long Most { get; private set; }

        public async Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
        {
            await go;
            if (events.Count > 99) throw new ArgumentOutOfRangeException(nameof(events));
            Most = Math.Max(Most, events.Sum(e => (long)e.Data.Length));
            return await store.AppendAsync(expected, events, cancellation);
        }

        public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, CancellationToken cancellation) => store.ReadAsync(stream, after, cancellation);

        public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => store.HeadAsync(stream, cancellation);

        public IAsyncEnumerable<StreamHead> HeadsAsync(CancellationToken cancellation) => store.HeadsAsync(cancellation);
    }
}
