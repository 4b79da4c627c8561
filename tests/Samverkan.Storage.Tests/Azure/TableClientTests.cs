using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>What stands in for Azure.Data.Tables, against the emulator: what the package does, it does.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableClientTests(AzuriteFixture azurite)
{
    [AzuriteFact]
    public async Task Values_come_back_as_they_were_stored()
    {
        var table = await NewAsync();
        var entity = new TableEntity("p 'q'", "å/&+%41 r")
        {
            ["Text"] = "å \"citat\" 'x' 𝒳 \r\n",
            ["Empty"] = "",
            ["Flag"] = true,
            ["Number"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Bytes"] = new byte[] { 0, 1, 255 },
        };
        await table.AddEntityAsync(new TableEntity("p 'q'", "r2") { ["Text"] = "x" });
        entity.RowKey = "å&+%41 r";
        await table.AddEntityAsync(entity);

        var found = (await table.GetEntityIfExistsAsync<TableEntity>("p 'q'", "å&+%41 r")).Value!;

        Assert.Equal(("p 'q'", "å&+%41 r"), (found.PartitionKey, found.RowKey));
        foreach (var (name, value) in entity) Assert.Equal(value, found[name]);
        Assert.NotEqual(default, found.ETag);
        Assert.NotNull(found.Timestamp);
        Assert.Throws<InvalidOperationException>(() => found.GetInt32("Text"));
        Assert.Null(found.GetString("Missing"));
    }

    [AzuriteFact]
    public async Task A_missing_entity_has_no_value_and_a_missing_table_is_an_error()
    {
        var table = await NewAsync();
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        var missing = Service().GetTableClient("finnsinte");
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => missing.GetEntityIfExistsAsync<TableEntity>("p", "r"));
        Assert.Equal((404, "TableNotFound"), (refused.Status, refused.ErrorCode));
    }

    [AzuriteFact]
    public async Task CreateIfNotExistsAsync_again_changes_nothing()
    {
        var table = await NewAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.CreateIfNotExistsAsync();
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [AzuriteFact]
    public async Task An_entity_that_is_there_is_a_conflict_to_add_and_is_changed_by_upsert()
    {
        var table = await NewAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
        Assert.Equal((1, 2), Numbers((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!));
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, TableUpdateMode.Replace);
        Assert.Equal((null, 3), Numbers((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!));
    }

    [AzuriteFact]
    public async Task A_query_goes_on_over_2500_rows_in_order()
    {
        var table = await NewAsync();
        var keys = Enumerable.Range(0, 2500).Select(i => $"{i:0000}").ToArray();
        foreach (var chunk in keys.Chunk(100))
            await table.SubmitTransactionAsync(chunk.Select(k => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", k) { ["A"] = 1, ["B"] = 2 })));

        Assert.Equal(keys, await table.QueryAsync<TableEntity>().Select(e => e.RowKey).ToArrayAsync());
        var pages = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"1000"}"), maxPerPage: 700).AsPages().ToArrayAsync();
        Assert.Equal([700, 700, 100], pages.Select(p => p.Values.Count));
        var second = await table.QueryAsync<TableEntity>().AsPages(pages[0].ContinuationToken).FirstAsync();
        Assert.Equal("1700", second.Values[0].RowKey);
        var selected = await table.QueryAsync<TableEntity>(select: ["RowKey", "A"]).FirstAsync();
        Assert.Equal((1, null), Numbers(selected));
    }

    [AzuriteFact]
    public async Task A_filter_finds_only_what_it_was_given()
    {
        var table = await NewAsync();
        const string Hostile = "x' or PartitionKey ne 'x";
        await table.AddEntityAsync(new TableEntity("p", "1") { ["T"] = Hostile, ["L"] = 5_000_000_000, ["I"] = 7, ["F"] = true });
        await table.AddEntityAsync(new TableEntity("p", "2") { ["T"] = "x", ["L"] = 1L, ["I"] = 8, ["F"] = false });

        foreach (var filter in (FormattableString[])[$"T eq {Hostile}", $"L eq {5_000_000_000}", $"I eq {7}", $"F eq {true}"])
            Assert.Equal(["1"], await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).Select(e => e.RowKey).ToArrayAsync());
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"T eq {1.5}"));
    }

    [AzuriteFact]
    public async Task A_transaction_of_100_is_stored_whole_or_not_at_all()
    {
        var table = await NewAsync();
        var actions = Enumerable.Range(0, 100).Select(i => Add($"{i:000}")).ToArray();
        var answers = (await table.SubmitTransactionAsync(actions)).Value;
        Assert.Equal(100, answers.Count);
        Assert.All(answers, a => Assert.NotNull(a.Headers.ETag));
        Assert.Equal((await table.GetEntityIfExistsAsync<TableEntity>("p", "042")).Value!.ETag, answers[42].Headers.ETag);

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([Add("a"), Add("b"), Add("007"), Add("c")]));
        Assert.Equal((409, "EntityAlreadyExists", 2), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Equal(100, await table.QueryAsync<TableEntity>().CountAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(i => Add($"x{i}"))));
        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync([]));
    }

    [AzuriteFact]
    public async Task A_transaction_replaces_merges_and_deletes_under_ETags()
    {
        var table = await NewAsync();
        var first = (await table.SubmitTransactionAsync([Add("a"), Add("b"), Add("c")])).Value;
        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "a") { ["B"] = 2 }, first[0].Headers.ETag!.Value),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "b") { ["B"] = 2 }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("p", "c"), first[2].Headers.ETag!.Value),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "d") { ["A"] = 4 }),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "e") { ["A"] = 5 }),
        ]);
        Assert.Equal(
            [("a", null, 2), ("b", 1, 2), ("d", 4, null), ("e", 5, null)],
            await table.QueryAsync<TableEntity>().Select(e => (e.RowKey, e.GetInt32("A"), e.GetInt32("B"))).ToArrayAsync());

        var stale = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "a"), first[0].Headers.ETag!.Value)]));
        Assert.Equal(412, stale.Status);
        var gone = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "c"), ETag.All)]));
        Assert.Equal(404, gone.Status);
    }

    [AzuriteFact]
    public async Task A_wrong_key_is_refused()
    {
        var options = new TableClientOptions();
        var wrong = new TableServiceClient(Parsed().Endpoint, new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64])), options);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => wrong.GetTableClient("xyz").GetEntityIfExistsAsync<TableEntity>("p", "r"));
        Assert.Equal(403, refused.Status);
    }

    [AzuriteFact]
    public async Task What_the_service_turns_away_is_sent_again()
    {
        var between = new PassingPolicy { Interfere = (n, _) => n <= 2 ? Interference.Busy : Interference.None };
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(between, HttpPipelinePosition.PerRetry);
        var table = new TableServiceClient(azurite.ConnectionString, options).GetTableClient("t" + Guid.NewGuid().ToString("N"));
        await table.CreateIfNotExistsAsync();
        Assert.Equal(3, between.Count);

        between.Reset();
        between.Interfere = (_, _) => Interference.Busy;
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((503, "ServerBusy"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nyckel")]
    [InlineData("AccountName=a")]
    [InlineData("AccountName=a;AccountKey=x;AccountKey=y")]
    [InlineData("AccountName=a;AccountKey=inte base64")]
    [InlineData("SharedAccessSignature=sv=1")]
    [InlineData("AccountName=a;AccountKey=;TableEndpoint=nej")]
    public void What_is_no_connection_string_is_refused_without_telling_it(string text)
    {
        var refused = Assert.ThrowsAny<FormatException>(() => new TableServiceClient(text));
        Assert.DoesNotContain("inte base64", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_says_where_the_tables_are()
    {
        Assert.Equal("https://a.table.core.windows.net/", TableConnectionString.Parse("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=QQ==;EndpointSuffix=core.windows.net").Endpoint.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", TableConnectionString.Parse("UseDevelopmentStorage=true").Endpoint.AbsoluteUri);
        var sas = TableConnectionString.Parse("TableEndpoint=https://a.example/;SharedAccessSignature=?sv=1&sig=x%3D");
        Assert.Equal(("sv=1&sig=x%3D", null), (sas.Sas, sas.Key));
    }

    private static TableTransactionAction Add(string key) => new(TableTransactionActionType.Add, new TableEntity("p", key) { ["A"] = 1 });

    private static (int? A, int? B) Numbers(TableEntity entity) => (entity.GetInt32("A"), entity.GetInt32("B"));

    private TableConnectionString Parsed() => TableConnectionString.Parse(azurite.ConnectionString);

    private TableServiceClient Service() => new(azurite.ConnectionString);

    private async Task<TableClient> NewAsync()
    {
        var table = Service().GetTableClient("t" + Guid.NewGuid().ToString("N"));
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
