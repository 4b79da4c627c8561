using Microsoft.Data.Sqlite;
using Samverkan.Ledger;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteLedgerStoreTests : LedgerStoreContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("events", "stream", "'folkhalsa-2021.2024'")]
    [InlineData("events", "stream", "'Not A Stream'")]
    [InlineData("events", "version", "7")]
    [InlineData("events", "version", "-1")]
    [InlineData("events", "type", "type || 'x'")]
    [InlineData("events", "at", "at + 1")]
    [InlineData("events", "at", "9223372036854775807")]
    [InlineData("events", "by", "''")]
    [InlineData("events", "data", "data || char(0)")]
    [InlineData("events", "personal", "'{}'")]
    [InlineData("events", "hash", "upper(hash)")]
    [InlineData("heads", "stream", "'folkhalsa-2021.2024'")]
    [InlineData("heads", "stream", "'Not A Stream'")]
    [InlineData("heads", "version", "version + 1")]
    [InlineData("heads", "hash", "hash || ' '")]
    public async Task A_changed_value_shows_in_what_is_read(string table, string column, string value)
    {
        var (before, after) = await TamperAsync($"UPDATE {table} SET {column} = {value} WHERE stream = 'folkhalsa-2021.2023' AND version = 3");
        Assert.NotEqual(before, after);
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE version = 3")]
    [InlineData("DELETE FROM events WHERE version = 1")]
    [InlineData("DELETE FROM events")]
    [InlineData("DELETE FROM heads")]
    [InlineData("INSERT INTO events SELECT stream, 4, type, at, by, data, personal, hash FROM events WHERE version = 3")]
    public async Task A_removed_or_added_row_shows_in_what_is_read(string sql)
    {
        var (before, after) = await TamperAsync(sql);
        Assert.NotEqual(before, after);
        // A stream's head and its last event no longer agree, or a version is missing: verification needs no more.
        Assert.Contains(after, line => line.StartsWith("head", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_that_was_torn_anywhere_holds_whole_appends_only()
    {
        var stream = StreamId.Parse("folkhalsa-2021.2023");
        var head = StreamHead.None(stream);
        var store = Create();
        for (var i = 0; i < 20; i++)
        {
            var events = Follow(head, 3);
            Assert.True(await store.AppendAsync(head, events, default));
            head = HeadOf(events);
        }

        // The files of a process that was killed, the log cut at every place that a loss of power may leave it.
        var log = await File.ReadAllBytesAsync(_data.Options.DatabasePath + "-wal");
        var survived = 0L;
        for (var length = 0; length <= log.Length; length += 1777)
        {
            using var torn = new DataFolder();
            File.Copy(_data.Options.DatabasePath, torn.Options.DatabasePath);
            await File.WriteAllBytesAsync(torn.Options.DatabasePath + "-wal", log[..length]);
            var left = new SqliteLedgerStore(torn.Open());
            var events = await left.ReadAsync(stream, 0, default).ToListAsync();
            Assert.Equal(events.Count, (await left.HeadAsync(stream, default)).Version);
            Assert.Equal(0, events.Count % 3);
            Assert.InRange(events.Count, survived, 60);
            survived = events.Count;
        }

        Assert.InRange(survived, 50, 60);
    }

    // What verification reads: every head, and every event of its stream.
    private async Task<(List<string> Before, List<string> After)> TamperAsync(string sql)
    {
        var store = Create();
        var head = StreamHead.None(StreamId.Parse("folkhalsa-2021.2023"));
        Assert.True(await store.AppendAsync(head, Follow(head, 3), default));
        var before = await ReadAllAsync(store);
        using (var connection = new SqliteConnection($"Data Source={_data.Options.DatabasePath};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        return (before, await ReadAllAsync(store));
    }

    private static async Task<List<string>> ReadAllAsync(ILedgerStore store)
    {
        var all = new List<string>();
        await foreach (var head in store.HeadsAsync(default))
        {
            all.Add($"head {head}");
            await foreach (var e in store.ReadAsync(head.Stream, 0, default)) all.Add($"{e} {e.At.ToUnixTimeTicks()}");
        }

        return all;
    }

    protected override ILedgerStore Create() => new SqliteLedgerStore(_data.Open());
}
