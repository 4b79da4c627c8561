using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Ledger;

/// <summary>Two processes on one store, with faults, callers who give up, erasures and rows that fail, as a seed decides.</summary>
public sealed class LedgerBookStressTests : IClock
{
    private static readonly StreamId[] Streams = [.. Enumerable.Range(0, 3).Select(i => StreamId.OfAgreement($"s{i}", 2026))];
    private readonly MemoryLedgerStore _memory = new();
    private readonly ConcurrentQueue<(int Book, StreamId Stream, long Version)> _rows = [];
    private readonly ConcurrentBag<(StreamId Stream, string Id, long Version)> _told = [];

    public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 23, 6, 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_is_lost_doubled_or_decided_on_an_old_state(int seed)
    {
        LedgerBook[] books = [.. Enumerable.Range(0, 2).Select(b => new LedgerBook(
            new Shaky(_memory, new Random((seed * 10) + b)), this, () => [new Rows(b, _rows)], NullLogger<LedgerBook>.Instance))];
        await Task.WhenAll(Enumerable.Range(0, 24).Select(w => Task.Run(() => WorkAsync(books, new Random((seed * 1000) + w))))).WaitAsync(TimeSpan.FromMinutes(3));

        var stored = StoredOnce();
        Assert.True(_told.Count > 300, "Hardly anything was recorded.");
        Assert.All(_told, told => Assert.Equal(stored[(told.Stream, told.Id)], told.Version));
        Assert.Equal(_told.Count, _told.Distinct().Count());
        foreach (var rows in _rows.GroupBy(r => (r.Book, r.Stream))) Assert.Equal(rows.Select(r => r.Version).Order(), rows.Select(r => r.Version));
        foreach (var book in books)
        {
            foreach (var stream in Streams) Assert.Equal(_memory.All.Count(e => e.Stream == stream), (await LoadAsync(book, stream)).Count);
            book.Dispose();
        }
    }

    private async Task WorkAsync(LedgerBook[] books, Random random)
    {
        for (var i = 0; i < 150; i++)
        {
            var (book, stream, id) = (books[random.Next(2)], Streams[random.Next(3)], $"u{random.Next(400)}");
            using var stop = new CancellationTokenSource();
            if (random.Next(8) == 0) stop.CancelAfter(random.Next(0, 4));
            var (erases, events, fails, waits) = (random.Next(30) == 0, random.Next(40) == 0 ? 60 : 1, random.Next(20) == 0, random.Next(2) == 0);
            try
            {
                var recorded = random.Next(2) == 0
                    ? await book.RecordAsync<Ids>(stream, "one", s => erases ? [new ErasureDone(s.Count)] : Claims(s.Seen, s.Count, id, events), stop.Token, waits)
                    : await book.RecordAsync<Others>(stream, "other", s => fails ? throw new FormatException() : Claims(s.Seen, s.Count, id, 1), stop.Token, waits);
                foreach (var e in recorded)
                    if (e.Event is ClaimRenewed claim) _told.Add((stream, claim.Id, e.Version));
                if (recorded.Count > 0) Assert.True((await LoadAsync(book, stream)).Count >= recorded[^1].Version);
                if (book.Known<Others>(stream) is { } known) Assert.Equal(known.Version, known.Count);
            }
            catch (Exception e) when (e is IOException or FormatException or OperationCanceledException)
            {
                // As the seed decides; what came of it is looked at in the end.
            }
        }
    }

    private LedgerEvent[] Claims(ImmutableHashSet<string> seen, int count, string id, int events) => seen.Contains(id)
        ? []
        : [.. Enumerable.Range(0, events).Select(k => new ClaimRenewed(k == 0 ? id : $"{id}-{k}", count + k, GetCurrentInstant()))];

    // Each id once in its stream, each event decided on the version before it, and the chain whole.
    private Dictionary<(StreamId Stream, string Id), long> StoredOnce()
    {
        var stored = new Dictionary<(StreamId, string), long>();
        foreach (var stream in _memory.All.GroupBy(e => e.Stream))
        {
            var head = StreamHead.None(stream.Key);
            foreach (var e in stream)
            {
                Assert.Null(HashChain.Check(head, e));
                head = new StreamHead(e.Stream, e.Version, e.Hash);
                if (EventCatalog.Read(e) is not ClaimRenewed claim) continue;
                stored.Add((e.Stream, claim.Id), e.Version);
                Assert.Equal(e.Version - 1, claim.Attempt);
            }
        }

        return stored;
    }

    private static async Task<Others> LoadAsync(LedgerBook book, StreamId stream)
    {
        while (true)
        {
            try
            {
                return await book.LoadAsync<Others>(stream, CancellationToken.None);
            }
            catch (IOException)
            {
                // The store fails now and then; it is asked again.
            }
        }
    }

    private sealed record Ids(int Count, ImmutableHashSet<string> Seen) : IStreamState<Ids>
    {
        public static Ids Empty(StreamId stream) => new(0, []);

        public Ids Apply(RecordedEvent e) => new(Count + 1, e.Event is ClaimRenewed claim ? Seen.Add(claim.Id) : Seen);
    }

    private sealed record Others(int Count, ImmutableHashSet<string> Seen, long Version) : IStreamState<Others>
    {
        public static Others Empty(StreamId stream) => new(0, [], 0);

        public Others Apply(RecordedEvent e) => new(Count + 1, e.Event is ClaimRenewed claim ? Seen.Add(claim.Id) : Seen, e.Version);
    }

    private sealed class Rows(int book, ConcurrentQueue<(int Book, StreamId Stream, long Version)> made) : IProjection
    {
        public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
        {
            foreach (var e in appended) made.Enqueue((book, stream, e.Version));
            if (appended[0].Version % 3 == 0) await Task.Delay(1, cancellation);
            if (appended[0].Version % 7 == 0) throw new IOException("rows");
        }
    }

    private sealed class Shaky(MemoryLedgerStore store, Random random) : ILedgerStore
    {
        public async Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
        {
            Assert.InRange(events.Count, 1, 99);
            await Task.Delay(Next(3), cancellation);
            if (Next(40) == 0) throw new IOException("before");
            var done = await store.AppendAsync(expected, events, cancellation);
            if (Next(2) == 0) await Task.Yield();
            if (Next(40) == 0) throw new IOException("after");
            cancellation.ThrowIfCancellationRequested();
            return done;
        }

        public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (Next(2) == 0) await Task.Yield();
            if (Next(100) == 0) throw new IOException("read");
            await foreach (var e in store.ReadAsync(stream, afterVersion, cancellation)) yield return e;
        }

        public Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation) => store.HeadAsync(stream, cancellation);

        public IAsyncEnumerable<StreamHead> HeadsAsync(CancellationToken cancellation) => store.HeadsAsync(cancellation);

        private int Next(int below)
        {
            lock (random) return random.Next(below);
        }
    }
}
