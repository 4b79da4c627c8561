using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Storage.Local;

/// <summary>The agenda in SQLite.</summary>
internal sealed class SqliteAgenda(SqliteDatabase database) : IAgenda
{
    private const int RowsAPage = 1000;
    private static readonly string FirstSql = $"SELECT stream, version, due_at FROM agenda WHERE due_at <= @1 ORDER BY due_at, stream LIMIT {RowsAPage + 1}";
    private static readonly string PageSql = $"SELECT id, stream, version, due_at FROM temp.due WHERE id > @1 ORDER BY id LIMIT {RowsAPage}";

    /// <inheritdoc/>
    public Task SetAsync(IReadOnlyCollection<AgendaRow> rows, CancellationToken cancellation) =>
        database.WriteAsync(session => rows.Sum(row => Set(session, row)), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AgendaRow> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = await database.ReadAsync(session => First(session, now), cancellation);
        if (first.Count <= RowsAPage)
        {
            foreach (var row in first) yield return row;
            yield break;
        }

        // Too many to hold: a copy on disk keeps them as they are now, and no reading holds up the reuse of the log.
        using var copy = database.Rent();
        database.Guarded(() => Copy(copy, now));
        List<(long Id, AgendaRow Row)> page;
        var after = 0L;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = database.Guarded(() => Page(copy, after));
            foreach (var (_, row) in page) yield return row;
            if (page.Count > 0) after = page[^1].Id;
        }
        while (page.Count == RowsAPage);
    }

    /// <inheritdoc/>
    public async Task<Instant?> NextAsync(CancellationToken cancellation)
    {
        var ticks = await database.ReadAsync(
            session => session.Number("SELECT min(due_at) FROM agenda WHERE due_at IS NOT NULL"), cancellation);
        return ticks is { } t ? Ticks.ToInstant(t) : null;
    }

    private static int Set(SqliteSession session, AgendaRow row) => session.Run(
        """
        INSERT INTO agenda (stream, version, due_at) VALUES (@1, @2, @3)
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, due_at = excluded.due_at
        WHERE excluded.version >= version
        """,
        row.Stream.Value,
        row.Version,
        row.DueAt?.ToUnixTimeTicks());

    private static List<AgendaRow> First(SqliteSession session, Instant now) => session.Query(
        FirstSql,
        row => Row(row, 0),
        now.ToUnixTimeTicks());

    private static int Copy(SqliteSession session, Instant now)
    {
        session.Execute("CREATE TEMP TABLE due (id INTEGER PRIMARY KEY, stream TEXT, version INTEGER, due_at INTEGER)");
        return session.Run(
            """
            INSERT INTO temp.due (stream, version, due_at)
            SELECT stream, version, due_at FROM agenda WHERE due_at <= @1 ORDER BY due_at, stream
            """,
            now.ToUnixTimeTicks());
    }

    private static List<(long Id, AgendaRow Row)> Page(SqliteSession session, long after) => session.Query(
        PageSql,
        row => (row.GetInt64(0), Row(row, 1)),
        after);

    private static AgendaRow Row(SqliteDataReader row, int at) =>
        new(StreamId.Parse(row.GetString(at)), row.GetInt64(at + 1), Ticks.ToInstant(row.GetInt64(at + 2)));
}
