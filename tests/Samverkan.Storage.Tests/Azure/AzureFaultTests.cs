using Azure.Core;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>What becomes of work when the service is busy, or does it and its answer is lost.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzureFaultTests(AzuriteFixture azurite)
{
    private static readonly StreamId Stream = StreamId.Parse("folkhalsa-2021.2023");
    private readonly PassingPolicy _between = new();

    [AzuriteFact]
    public async Task An_append_whose_answer_was_lost_knows_its_own_work_again()
    {
        var store = new TableLedgerStore(await NewAsync());
        var first = Events(StreamHead.None(Stream), 3, "a");
        _between.Interfere = LoseFirst("$batch");
        Assert.True(await store.AppendAsync(StreamHead.None(Stream), first, default));

        var second = Events(HeadOf(first), 99, "b");
        _between.Interfere = LoseFirst("$batch");
        Assert.True(await store.AppendAsync(HeadOf(first), second, default));
        Assert.Equal([.. first, .. second], await store.ReadAsync(Stream, 0, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task An_append_whose_answer_was_lost_knows_its_own_work_when_another_has_gone_on()
    {
        var account = await NewAsync();
        var (store, other) = (new TableLedgerStore(account), new TableLedgerStore(account));
        var first = Events(StreamHead.None(Stream), 1, "a");
        StoredEvent[] second = [];
        _between.Interfere = (_, message) =>
        {
            if (!IsBatch(message)) return Interference.None;
            _between.Interfere = (_, again) =>
            {
                // Between the two tries of the first, the other host appends.
                if (!IsBatch(again)) return Interference.None;
                _between.Interfere = null;
                second = Events(HeadOf(first), 1, "b");
                Assert.True(Task.Run(() => other.AppendAsync(HeadOf(first), second, default)).GetAwaiter().GetResult());
                return Interference.None;
            };
            return Interference.LoseAnswer;
        };

        Assert.True(await store.AppendAsync(StreamHead.None(Stream), first, default));
        Assert.Equal([.. first, .. second], await store.ReadAsync(Stream, 0, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task An_append_that_another_was_quicker_with_is_a_conflict_though_its_answer_was_lost()
    {
        var account = await NewAsync();
        var winner = Events(StreamHead.None(Stream), 1, "a");
        Assert.True(await new TableLedgerStore(account).AppendAsync(StreamHead.None(Stream), winner, default));
        _between.Interfere = LoseFirst("$batch");
        Assert.False(await new TableLedgerStore(account).AppendAsync(StreamHead.None(Stream), Events(StreamHead.None(Stream), 1, "b"), default));
    }

    [AzuriteFact]
    public async Task Rows_whose_answer_was_lost_are_counted_once()
    {
        var account = await NewAsync();
        var log = new TableDeliveryLog(account);
        _between.Interfere = LoseFirst("$batch");
        await log.UpsertAsync([Rows.Delivery(1), Rows.Delivery(2)], default);
        Assert.Equal(2, (await log.CountAsync(default)).Values.Sum());
        Assert.Equal(2, (await log.PageAsync(new(), default)).Rows.Count);

        var agenda = new TableAgenda(account);
        _between.Interfere = LoseFirst("$batch");
        await agenda.SetAsync([new AgendaRow(Stream, 1, Rows.Now)], default);
        Assert.Single(await agenda.DueAsync(Rows.Now, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task Two_hosts_that_write_rows_at_once_leave_each_counted_once()
    {
        var account = await NewAsync();
        TableDeliveryLog[] hosts = [new(account), new(account), new(account)];
        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => Task.Run(() => hosts[i % 3].UpsertAsync([Rows.Delivery(i)], default))));
        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => Task.Run(
            () => hosts[(i + 1) % 3].UpsertAsync([Rows.Delivery(i) with { StreamVersion = 2, State = Dispatch.DeliveryState.HandedOver, NextAt = null }], default))));

        Assert.Equal(90, (await hosts[0].CountAsync(default))[Dispatch.DeliveryState.HandedOver]);
        Assert.Single(await hosts[0].CountAsync(default));
        Assert.Empty((await hosts[0].PageAsync(new(Dispatch.DeliveryState.Owed), default)).Rows);
        Assert.Empty(await hosts[0].DueAsync(Instant.MaxValue, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task Everything_waits_out_a_busy_service()
    {
        var account = await NewAsync();
        _between.Interfere = (n, _) => n % 2 == 1 ? Interference.Busy : Interference.None;
        var store = new TableLedgerStore(account);
        Assert.True(await store.AppendAsync(StreamHead.None(Stream), Events(StreamHead.None(Stream), 2, "a"), default));
        Assert.Equal(2, (await store.HeadAsync(Stream, default)).Version);
        var archive = new BlobArchive(account);
        var document = await archive.PutAsync(new MemoryStream([1, 2, 3]), 10, default);
        await using var read = await archive.OpenAsync(document!.Hash, default);
        Assert.NotNull(read);
        var queue = new AzureDispatchQueue(account, SystemClock.Instance);
        await queue.EnqueueAsync(["a.2023.1"], Instant.MinValue, default);
        Assert.NotEmpty(await queue.ReceiveAsync(Rows.Now, 1, Duration.FromMinutes(1), default));
    }

    [AzuriteFact]
    public async Task A_document_that_was_changed_in_the_archive_is_not_given_out()
    {
        var account = await NewAsync();
        var archive = new BlobArchive(account);
        var document = await archive.PutAsync(new MemoryStream([1, 2, 3]), 10, default);
        var hash = document!.Hash;
        await account.Container(AzureNames.Archive).GetBlobClient($"{hash.Value[..2]}/{hash.Value}").UploadAsync(new BinaryData(new byte[] { 1, 2, 4 }), overwrite: true);

        var damaged = await Assert.ThrowsAsync<AzureStorageException>(() => archive.OpenAsync(hash, default));
        Assert.Equal("storage.damaged", damaged.Code);
    }

    [AzuriteFact]
    public async Task An_event_that_no_entity_holds_is_refused_and_one_that_compresses_is_not()
    {
        var store = new TableLedgerStore(await NewAsync());
        var random = new byte[1_000_000];
        new Random(1).NextBytes(random);
        var tooLarge = Events(StreamHead.None(Stream), 1, "a")[0] with { Data = Convert.ToBase64String(random) };
        var refused = await Assert.ThrowsAsync<AzureStorageException>(() => store.AppendAsync(StreamHead.None(Stream), [tooLarge], default));
        Assert.Equal("storage.too-large", refused.Code);
        Assert.Empty(await store.HeadsAsync(default).ToListAsync());

        var long5MB = tooLarge with { Data = string.Concat(Enumerable.Repeat("""{"kontakt":"åsa"},""", 280_000)) };
        Assert.True(await store.AppendAsync(StreamHead.None(Stream), [long5MB], default));
        Assert.Equal([long5MB], await store.ReadAsync(Stream, 0, default).ToListAsync());
    }

    [AzuriteFact]
    public async Task A_head_that_was_taken_away_is_listed_at_version_0()
    {
        var account = await NewAsync();
        var store = new TableLedgerStore(account);
        await store.AppendAsync(StreamHead.None(Stream), Events(StreamHead.None(Stream), 1, "a"), default);
        await account.Table(AzureNames.LedgerTable).SubmitTransactionAsync(
            [new(global::Azure.Data.Tables.TableTransactionActionType.Delete, new global::Azure.Data.Tables.TableEntity(Stream.Value, "head"))]);
        Assert.Equal([StreamHead.None(Stream)], await new TableLedgerStore(account).HeadsAsync(default).ToListAsync());
    }

    [AzuriteFact]
    public async Task A_page_costs_at_most_3_requests_at_any_size()
    {
        var account = await NewAsync();
        var log = new TableDeliveryLog(account);
        await log.UpsertAsync([.. Enumerable.Range(0, 1500).Select(Rows.Delivery)], default);
        foreach (var filter in (Dispatch.DeliveryFilter[])[new(), new(Dispatch.DeliveryState.Owed), new(Contact: "vgr-folkhalsa"), new(Notices: true), new(Size: 1000), new(PlanYear: 2023)])
        {
            _between.Reset();
            var page = await log.PageAsync(filter, default);
            Assert.Equal(filter.Size, page.Rows.Count);
            Assert.InRange(_between.Count, 1, 3);
        }
    }

    [AzuriteFact]
    public async Task Without_leave_to_make_what_is_missing_the_start_says_so()
    {
        var options = new AzureStorageOptions { ConnectionString = azurite.ConnectionString, Prefix = "saknas", CreateMissing = false };
        var problem = await AzureStorageStart.CheckAsync(options, default);
        Assert.Contains("saknas en behållare", problem, StringComparison.Ordinal);
        Assert.Contains("Storage:ConnectionString", problem, StringComparison.Ordinal);
    }

    private static bool IsBatch(HttpMessage message) => message.Request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    private static StoredEvent[] Events(StreamHead head, int count, string by) =>
    [
        .. Enumerable.Range(1, count).Select(i => new StoredEvent(
            head.Stream, head.Version + i, "deliveries-owed", Rows.Now, by, "{}", null, $"{by}:{head.Version + i}")),
    ];

    private static StreamHead HeadOf(StoredEvent[] events) => new(events[^1].Stream, events[^1].Version, events[^1].Hash);

    private Func<int, HttpMessage, Interference> LoseFirst(string path) => (_, message) =>
    {
        if (!message.Request.Uri.ToUri().AbsolutePath.EndsWith(path, StringComparison.Ordinal)) return Interference.None;
        _between.Interfere = null;
        return Interference.LoseAnswer;
    };

    private async Task<AzureAccount> NewAsync()
    {
        var options = await azurite.NewAsync();
        return new AzureAccount(options with
        {
            Configure = client =>
            {
                client.Retry.Delay = TimeSpan.FromMilliseconds(1);
                client.AddPolicy(_between, HttpPipelinePosition.PerRetry);
            },
        });
    }
}
