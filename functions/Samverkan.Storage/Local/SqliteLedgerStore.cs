using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Samverkan.Ledger;
using SQLitePCL;

namespace Samverkan.Storage.Local;

/// <summary>The ledger in SQLite. Reads come in pages, so that a slow reader holds nothing up.</summary>
internal sealed class SqliteLedgerStore(SqliteDatabase database) : ILedgerStore
{
    private const int EventsAPage = 256;
    private const int HeadsAPage = 1000;

    private static readonly string EventsSql =
        $"SELECT version, type, at, by, data, personal, hash FROM events WHERE stream = @1 AND version > @2 ORDER BY version LIMIT {EventsAPage}";

    private static readonly string StreamsSql =
        $"""
        SELECT version, type, at, by, data, personal, hash, stream FROM events
        WHERE stream IN (SELECT value FROM json_each(@1)) ORDER BY stream, version LIMIT {EventsAPage}
        """;

    // A stream whose head somebody has deleted is listed as one without events, which its events then contradict.
    private static readonly string HeadsSql =
        $"""
        WITH RECURSIVE found (stream) AS (
            SELECT min(stream) FROM events WHERE stream > @1
            UNION ALL
            SELECT (SELECT min(stream) FROM events WHERE stream > found.stream) FROM found WHERE stream IS NOT NULL LIMIT {HeadsAPage})
        SELECT stream, version, hash FROM heads WHERE stream > @1
        UNION ALL
        SELECT stream, 0, '' FROM found
        WHERE stream IS NOT NULL AND NOT EXISTS (SELECT 1 FROM heads WHERE heads.stream = found.stream)
        ORDER BY stream LIMIT {HeadsAPage}
        """;

    /// <inheritdoc/>
    public Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        AppendCheck.Demand(expected, events);
        return database.WriteAsync(session => Append(session, expected, events), cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAsync(
        StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<StoredEvent> page;
        do
        {
            page = await database.ReadAsync(
                session => session.Query(
                    EventsSql,
                    row => Event(stream, row),
                    stream.Value,
                    afterVersion),
                cancellation);
            foreach (var e in page) yield return e;
            if (page.Count > 0) afterVersion = page[^1].Version;
        }
        while (page.Count == EventsAPage);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAsync(
        IReadOnlyCollection<StreamId> streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = streams.ToDictionary(stream => stream.Value, StringComparer.Ordinal);
        List<StoredEvent> page;
        do
        {
            var names = JsonSerializer.Serialize(left.Keys);
            page = await database.ReadAsync(
                session => session.Query(StreamsSql, row => Event(left[row.GetString(7)], row), names), cancellation);
            foreach (var e in page) yield return e;
            if (page.Count < EventsAPage) break;

            // The page may end in the midst of a stream.
            var last = page[^1];
            await foreach (var e in ReadAsync(last.Stream, last.Version, cancellation)) yield return e;
            foreach (var stream in page.Select(e => e.Stream.Value).Distinct(StringComparer.Ordinal)) left.Remove(stream);
        }
        while (left.Count > 0);
    }

    /// <inheritdoc/>
    public async Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation)
    {
        var heads = await database.ReadAsync(
            session => session.Query(
                "SELECT version, hash FROM heads WHERE stream = @1",
                row => new StreamHead(stream, row.GetInt64(0), row.GetString(1)),
                stream.Value),
            cancellation);
        return heads.SingleOrDefault() ?? StreamHead.None(stream);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        List<(string Stream, long Version, string Hash)> page;
        do
        {
            page = await database.ReadAsync(session => Heads(session, after), cancellation);
            foreach (var (name, version, hash) in page)
            {
                // A name that is none was put there by somebody else; the stream that it was taken from shows the gap.
                if (StreamId.TryParse(name, out var stream)) yield return new StreamHead(stream, version, hash);
            }

            if (page.Count > 0) after = page[^1].Stream;
        }
        while (page.Count == HeadsAPage);
    }

    private static bool Append(SqliteSession session, StreamHead expected, IReadOnlyList<StoredEvent> events)
    {
        var newest = events[^1];
        var moved = expected.Version == 0
            ? session.Run(
                "INSERT INTO heads (stream, version, hash) VALUES (@1, @2, @3) ON CONFLICT DO NOTHING",
                newest.Stream.Value,
                newest.Version,
                newest.Hash)
            : session.Run(
                "UPDATE heads SET version = @2, hash = @3 WHERE stream = @1 AND version = @4 AND hash = @5",
                newest.Stream.Value,
                newest.Version,
                newest.Hash,
                expected.Version,
                expected.Hash);
        if (moved == 0) return false;
        foreach (var e in events) Insert(session, e);
        return true;
    }

    // As bytes: of a long text with U+0000 in it the client would bind no more than what stands before.
    private static void Insert(SqliteSession session, StoredEvent e) => session.Run(
        """
        INSERT INTO events (stream, version, type, at, by, data, personal, hash) VALUES (@1, @2, CAST(@3 AS TEXT), @4,
            CAST(@5 AS TEXT), CAST(@6 AS TEXT), CAST(@7 AS TEXT), @8)
        """,
        e.Stream.Value,
        e.Version,
        Encoding.UTF8.GetBytes(e.Type),
        e.At.ToUnixTimeTicks(),
        Encoding.UTF8.GetBytes(e.By),
        Encoding.UTF8.GetBytes(e.Data),
        e.Personal is null ? null : Encoding.UTF8.GetBytes(e.Personal),
        e.Hash);

    private static List<(string Stream, long Version, string Hash)> Heads(SqliteSession session, string after) => session.Query(
        HeadsSql,
        row => (row.GetString(0), row.GetInt64(1), row.GetString(2)),
        after);

    private static StoredEvent Event(StreamId stream, SqliteDataReader row) => new(
        stream,
        row.GetInt64(0),
        Text(row, 1),
        Ticks.ToInstant(row.GetInt64(2)),
        Text(row, 3),
        Text(row, 4),
        row.IsDBNull(5) ? null : Text(row, 5),
        Text(row, 6));

    private static string Text(SqliteDataReader row, int column) =>
        Encoding.UTF8.GetString(raw.sqlite3_column_blob(row.Handle, column));
}
