using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every store of the ledger does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class LedgerStoreContract
{
    private static readonly StreamId Stream = StreamId.Parse("folkhalsa-2021.2023");
    private static readonly Instant At = Instant.FromUtc(2022, 12, 1, 5, 0).PlusTicks(1);

    protected abstract ILedgerStore Create();

    [ContractFact]
    public async Task HeadAsync_of_a_stream_that_does_not_exist_is_none()
    {
        Assert.Equal(StreamHead.None(Stream), await Create().HeadAsync(Stream, default));
        Assert.Empty(await Create().ReadAsync(Stream, 0, default).ToListAsync());
        Assert.Empty(await Create().HeadsAsync(default).ToListAsync());
    }

    [ContractFact]
    public async Task Events_come_back_as_they_were_stored()
    {
        var store = Create();
        var events = Follow(StreamHead.None(Stream), 3);
        events[1] = events[1] with
        {
            Type = "typ med å, 𝒳 och \"citat\"",
            By = "system: rad\r\nnästa\0efter",
            Data = "{\"a\":\"\\u0000 å ' \0 \"}" + new string('x', 100_000),
            Personal = "{\"c1:00\":{\"value\":\"Åsa\",\"salt\":\"AA==\"}}",
            At = Instant.FromUtc(1969, 12, 31, 23, 59).PlusTicks(9_999_999),
        };

        Assert.True(await store.AppendAsync(StreamHead.None(Stream), events, default));

        Assert.Equal(events, await Create().ReadAsync(Stream, 0, default).ToListAsync());
        Assert.Equal(events[2..], await Create().ReadAsync(Stream, 2, default).ToListAsync());
        Assert.Empty(await Create().ReadAsync(Stream, 3, default).ToListAsync());
        Assert.Equal(HeadOf(events), await Create().HeadAsync(Stream, default));
    }

    [ContractFact]
    public async Task Many_streams_are_read_at_once_each_whole_and_in_order()
    {
        var store = Create();
        var streams = Enumerable.Range(0, 5).Select(i => StreamId.Parse($"avtal-{i}.2023")).ToArray();
        int[] lengths = [3, 90, 0, 180, 90];
        var expected = new Dictionary<StreamId, StoredEvent[]>();
        foreach (var (stream, length) in streams.Zip(lengths))
        {
            expected[stream] = Follow(StreamHead.None(stream), length);
            var head = StreamHead.None(stream);
            foreach (var some in expected[stream].Chunk(90))
            {
                Assert.True(await store.AppendAsync(head, some, default));
                head = HeadOf(some);
            }
        }

        StreamId[] asked = [streams[4], streams[2], streams[0], streams[3], StreamId.Inbox];
        var read = await Create().ReadAsync(asked, default).ToListAsync();

        Assert.Equal([streams[0], streams[3], streams[4]], read.Select(e => e.Stream).Distinct().OrderBy(s => s.Value, StringComparer.Ordinal));
        Assert.Equal(3, 1 + read.Zip(read.Skip(1)).Count(p => p.First.Stream != p.Second.Stream));
        Assert.All(asked[..4], stream => Assert.Equal(expected[stream], read.Where(e => e.Stream == stream)));
        Assert.Empty(await store.ReadAsync([], default).ToListAsync());
    }

    [ContractFact]
    public async Task An_empty_text_is_not_a_missing_one()
    {
        var store = Create();
        var events = Follow(StreamHead.None(Stream), 2);
        events[0] = events[0] with { Personal = "", By = "" };

        await store.AppendAsync(StreamHead.None(Stream), events, default);

        var read = await store.ReadAsync(Stream, 0, default).ToListAsync();
        Assert.Equal("", read[0].Personal);
        Assert.Null(read[1].Personal);
    }

    [ContractFact]
    public async Task AppendAsync_on_another_head_stores_nothing()
    {
        var store = Create();
        var first = Follow(StreamHead.None(Stream), 2);
        Assert.True(await store.AppendAsync(StreamHead.None(Stream), first, default));

        Assert.False(await store.AppendAsync(StreamHead.None(Stream), Follow(StreamHead.None(Stream), 1, "b"), default));
        var older = HeadOf(first[..1]);
        Assert.False(await store.AppendAsync(older, Follow(older, 2, "b"), default));
        var newer = new StreamHead(Stream, 3, "h");
        Assert.False(await store.AppendAsync(newer, Follow(newer, 1, "b"), default));
        var sameVersion = HeadOf(first) with { Hash = "another" };
        Assert.False(await store.AppendAsync(sameVersion, Follow(sameVersion, 1, "b"), default));
        var neverWas = new StreamHead(StreamId.Register, 1, "h");
        Assert.False(await store.AppendAsync(neverWas, Follow(neverWas, 1), default));

        Assert.Equal(first, await store.ReadAsync(Stream, 0, default).ToListAsync());
        Assert.Equal([HeadOf(first)], await store.HeadsAsync(default).ToListAsync());
    }

    [ContractFact]
    public async Task The_same_append_again_is_a_conflict()
    {
        var store = Create();
        var events = Follow(StreamHead.None(Stream), 1);

        Assert.True(await store.AppendAsync(StreamHead.None(Stream), events, default));
        Assert.False(await store.AppendAsync(StreamHead.None(Stream), events, default));

        Assert.Equal(events, await store.ReadAsync(Stream, 0, default).ToListAsync());
    }

    [ContractTheory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task AppendAsync_takes_1_to_99_events(int count)
    {
        var store = Create();
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.AppendAsync(StreamHead.None(Stream), Follow(StreamHead.None(Stream), count), default));
        Assert.Empty(await store.HeadsAsync(default).ToListAsync());
        Assert.True(await store.AppendAsync(StreamHead.None(Stream), Follow(StreamHead.None(Stream), 99), default));
    }

    [ContractFact]
    public async Task AppendAsync_refuses_events_that_do_not_follow()
    {
        var store = Create();
        var events = Follow(StreamHead.None(Stream), 3);
        var other = Follow(StreamHead.None(StreamId.Inbox), 1);

        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(StreamHead.None(Stream), events[1..], default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(StreamHead.None(Stream), [events[0], events[2]], default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(StreamHead.None(Stream), other, default));

        Assert.Empty(await store.HeadsAsync(default).ToListAsync());
    }

    [ContractFact]
    public async Task Of_two_hosts_that_append_at_once_exactly_one_wins()
    {
        ILedgerStore[] hosts = [Create(), Create()];
        var head = StreamHead.None(Stream);
        for (var round = 0; round < 50; round++)
        {
            var proposals = hosts.Select((_, host) => Follow(head, 1 + (round % 3), $"r{round}h{host}")).ToArray();
            var won = await Task.WhenAll(hosts.Select((h, i) => Task.Run(() => h.AppendAsync(head, proposals[i], default))));
            Assert.Single(won, true);
            head = HeadOf(proposals[Array.IndexOf(won, true)]);
            Assert.Equal(head, await hosts[round % 2].HeadAsync(Stream, default));
        }

        var all = await hosts[0].ReadAsync(Stream, 0, default).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)head.Version).Select(v => (long)v), all.Select(e => e.Version));
    }

    [ContractFact]
    public async Task Many_writers_of_one_host_each_get_their_own_answer()
    {
        var store = Create();
        var streams = Enumerable.Range(0, 40).Select(i => StreamId.Parse($"avtal-{i}.2023")).ToArray();

        // Two writers a stream: one of them must lose, whoever else is written with it.
        var won = await Task.WhenAll(streams.Concat(streams).Select(
            (s, i) => Task.Run(() => store.AppendAsync(StreamHead.None(s), Follow(StreamHead.None(s), 2, $"w{i}"), default))));

        for (var i = 0; i < streams.Length; i++) Assert.True(won[i] ^ won[i + streams.Length]);
        Assert.All(await store.HeadsAsync(default).ToListAsync(), head => Assert.Equal(2, head.Version));
    }

    [ContractFact]
    public async Task ReadAsync_pages_through_1500_events()
    {
        var store = Create();
        var head = StreamHead.None(Stream);
        var all = new List<StoredEvent>();
        while (all.Count < 1500)
        {
            var next = Follow(head, Math.Min(99, 1500 - all.Count));
            Assert.True(await store.AppendAsync(head, next, default));
            all.AddRange(next);
            head = HeadOf(next);
        }

        Assert.Equal(all, await store.ReadAsync(Stream, 0, default).ToListAsync());
        Assert.Equal(all.Skip(1234), await store.ReadAsync(Stream, 1234, default).ToListAsync());
    }

    [ContractFact]
    public async Task ReadAsync_may_be_left_half_way()
    {
        var store = Create();
        var head = StreamHead.None(Stream);
        for (var i = 0; i < 4; i++)
        {
            var next = Follow(head, 99);
            Assert.True(await store.AppendAsync(head, next, default));
            head = HeadOf(next);
        }

        await foreach (var e in store.ReadAsync(Stream, 0, default))
        {
            Assert.True(await store.AppendAsync(head, Follow(head, 1), default));
            Assert.Equal(1, e.Version);
            break;
        }

        Assert.Equal(397, (await store.HeadAsync(Stream, default)).Version);
    }

    [ContractFact]
    public async Task HeadsAsync_lists_every_stream_by_name()
    {
        var store = Create();
        var names = Enumerable.Range(0, 1100).Select(i => $"a{i}.2023").Append("audit").Append("a-b.agreement").ToArray();
        await Task.WhenAll(names.Select(StreamId.Parse).Select(
            s => store.AppendAsync(StreamHead.None(s), Follow(StreamHead.None(s), 1), default)));

        var heads = await store.HeadsAsync(default).ToListAsync();

        Assert.Equal(names.Order(StringComparer.Ordinal), heads.Select(h => h.Stream.Value));
        Assert.All(heads, h => Assert.Equal(HeadOf(Follow(StreamHead.None(h.Stream), 1)), h));
    }

    [ContractFact]
    public async Task AppendAsync_that_is_cancelled_beforehand_stores_nothing()
    {
        var store = Create();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync(
            StreamHead.None(Stream), Follow(StreamHead.None(Stream), 1), new CancellationToken(canceled: true)));
        Assert.Empty(await store.HeadsAsync(default).ToListAsync());
    }

    /// <summary>Events that follow a head; what is in them does not matter to a store.</summary>
    protected static StoredEvent[] Follow(StreamHead head, int count, string by = "system:test") =>
    [
        .. Enumerable.Range(1, count).Select(i => new StoredEvent(
            head.Stream,
            head.Version + i,
            "deliveries-owed",
            At,
            by,
            $$"""{"n":{{head.Version + i}}}""",
            null,
            $"{by}:{head.Stream}:{head.Version + i}")),
    ];

    protected static StreamHead HeadOf(IReadOnlyList<StoredEvent> events) =>
        new(events[^1].Stream, events[^1].Version, events[^1].Hash);
}
