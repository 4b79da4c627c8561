using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_new_database_is_in_WAL_with_every_migration_and_flushes_each_commit()
    {
        var database = _data.Open(_data.Options with { Durable = true });
        Assert.Equal("wal", await database.WriteAsync(s => s.Execute("PRAGMA journal_mode"), default));
        Assert.Equal(2, await database.WriteAsync(s => s.Number("PRAGMA synchronous"), default)); // FULL
        Assert.Equal(1, await database.WriteAsync(s => s.Number("PRAGMA foreign_keys"), default));
        Assert.Equal(SqliteMigrations.Newest, await database.ReadAsync(s => s.Number("PRAGMA user_version"), default));
    }

    [Fact]
    public async Task Rows_made_of_the_ledger_are_committed_without_a_flush_of_their_own()
    {
        var database = _data.Open(_data.Options with { Durable = true });
        Assert.Equal(1, await database.WriteDerivedAsync(s => s.Number("PRAGMA synchronous"), default)); // NORMAL
        Assert.Equal(2, await database.WriteAsync(s => s.Number("PRAGMA synchronous"), default)); // FULL
        Assert.Equal(1, await database.WriteDerivedAsync(s => s.Run("INSERT INTO projected VALUES ('derived', 1)"), default));
        Assert.Equal(1L, Ask("SELECT count(*) FROM projected"));
    }

    [Fact]
    public async Task After_a_fault_of_the_disk_all_that_was_committed_without_a_flush_is_secured_before_anything_more_is_written()
    {
        var database = _data.Open(_data.Options with { Durable = true });
        for (var i = 0; i < 20; i++) await database.WriteDerivedAsync(s => s.Run("INSERT INTO projected VALUES (@1, 1)", $"row {i}"), default);
        var log = new FileInfo(_data.Options.DatabasePath + "-wal");
        var before = log.Length;

        await Assert.ThrowsAsync<LocalStorageException>(() => database.WriteAsync<int>(_ => throw new SqliteException("on purpose", SQLitePCL.raw.SQLITE_IOERR), default));
        Assert.Equal(1, await database.WriteAsync(s => s.Run("INSERT INTO projected VALUES ('after', 1)"), default));

        log.Refresh();
        Assert.InRange(log.Length, 1, before / 2); // what came before lies in the file
        Assert.Equal(21L, Ask("SELECT count(*) FROM projected"));
    }

    [Fact]
    public async Task Processes_that_start_at_once_make_the_tables_once()
    {
        for (var round = 0; round < 5; round++)
        {
            using var data = new DataFolder();
            var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => data.Open())));
            foreach (var database in databases)
                Assert.Equal(0, await database.ReadAsync(s => s.Number("SELECT count(*) FROM events"), default));
        }
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        Alter("PRAGMA user_version = 9999");
        var before = File.ReadAllBytes(_data.Options.DatabasePath);

        var e = Assert.Throws<LocalStorageException>(() => _data.Open());

        Assert.Equal("storage.newer", e.Code);
        Assert.Contains("nyare version", e.Message, StringComparison.Ordinal);
        Assert.Contains("9999", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_data.Options.DatabasePath));
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing()
    {
        Alter("CREATE TABLE agenda (x)");
        Assert.Throws<SqliteException>(() => _data.Open());
        Assert.Equal(1L, Ask("SELECT count(*) FROM sqlite_schema"));
        Assert.Equal(0L, Ask("PRAGMA user_version"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(_data.Options.DatabasePath, new string('x', 5000));
        var e = Assert.Throws<LocalStorageException>(() => _data.Open());
        Assert.Equal("storage.damaged", e.Code);
        Assert.Contains("säkerhetskopia", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_database_is_refused()
    {
        Directory.CreateDirectory(_data.Options.DatabasePath);
        Assert.Equal("storage.denied", Assert.Throws<LocalStorageException>(() => _data.Open()).Code);
    }

    [Fact]
    public async Task A_write_waits_for_one_who_soon_lets_go()
    {
        var database = _data.Open();
        using var other = Lock();
        var write = database.WriteAsync(s => s.Run("INSERT INTO projected VALUES ('a', 1)"), default);
        await Task.Delay(100);
        Assert.False(write.IsCompleted);
        Run(other, "ROLLBACK");
        Assert.Equal(1, await write);
    }

    [Fact]
    public async Task A_write_that_waits_too_long_says_who_and_what_to_do_and_stores_nothing()
    {
        var database = _data.Open(_data.Options with { BusyTimeout = Duration.FromSeconds(1) });
        using (var other = Lock())
        {
            var e = await Assert.ThrowsAsync<LocalStorageException>(
                () => database.WriteAsync(s => s.Run("INSERT INTO projected VALUES ('a', 1)"), default));
            Assert.Equal("storage.locked", e.Code);
            Assert.Contains(_data.Options.DatabasePath, e.Message, StringComparison.Ordinal);
            Assert.Contains("låst av ett annat program", e.Message, StringComparison.Ordinal);
            Assert.Equal(0, await database.ReadAsync(s => s.Number("SELECT count(*) FROM projected"), default));
            Run(other, "ROLLBACK");
        }

        Assert.Equal(1, await database.WriteAsync(s => s.Run("INSERT INTO projected VALUES ('a', 1)"), default));
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_of_what_does_not_fit_and_all_of_what_does()
    {
        var database = _data.Open();
        var pages = await database.ReadAsync(s => s.Number("PRAGMA page_count"), default);
        await database.WriteAsync(s => s.Execute($"PRAGMA max_page_count = {pages + 20}"), default);

        // Queued together, so that they share a transaction.
        using var gate = new ManualResetEventSlim();
        var first = await HoldAsync(database, gate);
        var small = Enumerable.Range(0, 5).Select(i => InsertAsync(database, $"a{i}", 10)).ToList();
        var huge = InsertAsync(database, "huge", 1_000_000);
        small.AddRange(Enumerable.Range(5, 5).Select(i => InsertAsync(database, $"a{i}", 10)));
        gate.Set();

        Assert.True(await first);
        var e = await Assert.ThrowsAsync<LocalStorageException>(() => huge);
        Assert.Equal("storage.full", e.Code);
        Assert.Contains("Frigör utrymme", e.Message, StringComparison.Ordinal);
        Assert.Equal(10, (await Task.WhenAll(small)).Sum());
        Assert.Equal(10, await database.ReadAsync(s => s.Number("SELECT count(*) FROM projected"), default));

        await database.WriteAsync(s => s.Execute("PRAGMA max_page_count = 1000000"), default);
        Assert.Equal(1, await InsertAsync(database, "huge", 1_000_000));
    }

    [Fact]
    public async Task One_write_that_fails_takes_nothing_from_those_it_is_committed_with()
    {
        var database = _data.Open();
        using var gate = new ManualResetEventSlim();
        var first = await HoldAsync(database, gate);
        var good = InsertAsync(database, "good", 1);
        var bad = database.WriteAsync<int>(
            s =>
            {
                s.Run("INSERT INTO projected VALUES ('half', 1)");
                throw new InvalidOperationException("on purpose");
            },
            default);
        var twice = InsertAsync(database, "good", 1);
        using var cancelled = new CancellationTokenSource();
        var given = database.WriteAsync(s => s.Run("INSERT INTO projected VALUES ('given up', 1)"), cancelled.Token);
        await cancelled.CancelAsync();
        var last = InsertAsync(database, "last", 1);
        gate.Set();

        Assert.True(await first);
        Assert.Equal((1, 1), (await good, await last));
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal("storage.damaged", (await Assert.ThrowsAsync<LocalStorageException>(() => twice)).Code);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(
            ["good", "last"], await database.ReadAsync(s => s.Query("SELECT stream FROM projected ORDER BY stream", r => r.GetString(0)), default));
    }

    [Fact]
    public async Task Dispose_finishes_what_is_queued()
    {
        var database = new SqliteDatabase(_data.Options);
        var writes = Enumerable.Range(0, 500).Select(i => InsertAsync(database, $"a{i}", 1)).ToArray();
        database.Dispose();
        Assert.Equal(500, (await Task.WhenAll(writes)).Sum());
        Assert.Equal(500L, Ask("SELECT count(*) FROM projected"));
    }

    // Keeps the writer busy, so that what is queued meanwhile is written together.
    private static async Task<Task<bool>> HoldAsync(SqliteDatabase database, ManualResetEventSlim gate)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = database.WriteAsync(
            _ =>
            {
                started.TrySetResult();
                return gate.Wait(TimeSpan.FromSeconds(30));
            },
            default);
        await started.Task;
        return held;
    }

    // The projected streams serve as any table: a name of any length, and a number.
    private static Task<int> InsertAsync(SqliteDatabase database, string name, int length) =>
        database.WriteAsync(s => s.Run("INSERT INTO projected VALUES (@1, 1)", name.PadRight(length > 1000 ? length : name.Length, '-')), default);

    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={_data.Options.DatabasePath};Pooling=False");
        connection.Open();
        Run(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private void Alter(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_data.Options.DatabasePath};Pooling=False");
        connection.Open();
        Run(connection, sql);
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_data.Options.DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
