using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Storage.Local;

/// <summary>The delivery log in SQLite.</summary>
internal sealed class SqliteDeliveryLog(SqliteDatabase database) : IDeliveryLog
{
    private const int DueAPage = 500;
    private static readonly string DueSql =
        $"SELECT next_at, id FROM deliveries WHERE next_at <= @1 AND (next_at, id) > (@2, @3) ORDER BY next_at, id LIMIT {DueAPage}";

    /// <inheritdoc/>
    public Task UpsertAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation) =>
        database.WriteDerivedAsync(session => rows.Sum(row => Upsert(session, row)), cancellation);

    /// <inheritdoc/>
    public async Task<DeliveryRow?> FindAsync(string deliveryId, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            session => session.Query(DeliveryQuery.ById, DeliveryQuery.Row, deliveryId), cancellation);
        return rows.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<DeliveryPage> PageAsync(DeliveryFilter filter, CancellationToken cancellation)
    {
        if (filter.Size is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(filter), filter.Size, "A page holds 1 to 1,000 rows.");
        var rows = await database.ReadAsync(session => DeliveryQuery.Page(session, filter), cancellation);
        if (rows.Count <= filter.Size) return new DeliveryPage(rows, null);
        rows.RemoveAt(filter.Size);
        return new DeliveryPage(rows, new DeliveryPlace(rows[^1].CreatedAt.ToUnixTimeTicks(), rows[^1].Id).ToString());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = await database.ReadAsync(
            session => session.Query(
                "SELECT state, rows FROM delivery_counts WHERE rows > 0",
                row => (State: Enum.Parse<DeliveryState>(row.GetString(0)), Count: row.GetInt32(1))),
            cancellation);
        return counts.ToDictionary(c => c.State, c => c.Count);
    }

    /// <inheritdoc/>
    public async Task<int> CountStoppedNoticesAsync(CancellationToken cancellation) => (int)await database.ReadAsync(
        session => DeliveryRow.AwaitingPerson.Sum(state =>
            session.Number("SELECT count(*) FROM deliveries WHERE state = @1 AND version = 'Notice'", state.ToString()) ?? 0),
        cancellation);

    /// <inheritdoc/>
    public async Task<Instant?> OldestAsync(CancellationToken cancellation)
    {
        // From the end of each state's list: notices that lie there are passed over in the index.
        var oldest = await database.ReadAsync(
            session => DeliveryRow.Undelivered.Min(state => session.Number(
                "SELECT created_at FROM deliveries WHERE state = @1 AND version <> 'Notice' ORDER BY created_at LIMIT 1", state.ToString())),
            cancellation);
        return oldest is { } ticks ? Ticks.ToInstant(ticks) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = (At: long.MinValue, Id: "");
        List<(long At, string Id)> page;
        do
        {
            page = await database.ReadAsync(
                session => session.Query(
                    DueSql,
                    row => (row.GetInt64(0), row.GetString(1)),
                    now.ToUnixTimeTicks(),
                    after.At,
                    after.Id),
                cancellation);
            foreach (var (_, id) in page) yield return id;
            if (page.Count > 0) after = page[^1];
        }
        while (page.Count == DueAPage);
    }

    /// <inheritdoc/>
    public async Task<long> ProjectedVersionAsync(StreamId stream, CancellationToken cancellation) =>
        await database.ReadAsync(
            session => session.Number("SELECT version FROM projected WHERE stream = @1", stream.Value), cancellation) ?? 0;

    /// <inheritdoc/>
    public Task ProjectAsync(StreamId stream, long after, long upTo, IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation) =>
        database.WriteDerivedAsync(session => rows.Sum(row => Upsert(session, row)) + Note(session, stream, after, upTo), cancellation);

    private static int Note(SqliteSession session, StreamId stream, long after, long upTo) => session.Run(
        """
        INSERT INTO projected (stream, version) SELECT @1, @3 WHERE coalesce((SELECT version FROM projected WHERE stream = @1), 0) >= @2
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version WHERE excluded.version > version
        """,
        stream.Value,
        after,
        upTo);

    private static int Upsert(SqliteSession session, DeliveryRow row) => Move(session, row) is > 0 and var moved ? moved : Set(session, row);

    // What nearly always changes alone: the indexes of the other columns need not be written then.
    private static int Move(SqliteSession session, DeliveryRow row) => session.Run(
        """
        UPDATE deliveries SET stream_version = @2, state = @8, attempts = @9, handed_over_at = @11, next_at = @12
        WHERE id = @1 AND stream_version <= @2 AND agreement IS @3 AND obligation IS @4 AND plan_year IS @5 AND version = @6
            AND contact = @7 AND created_at = @10 AND documents = @13
        """,
        Values(row));

    private static int Set(SqliteSession session, DeliveryRow row) => session.Run(
        """
        INSERT INTO deliveries (id, stream_version, agreement, obligation, plan_year, version, contact, state, attempts,
            created_at, handed_over_at, next_at, documents)
        VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)
        ON CONFLICT (id) DO UPDATE SET
            stream_version = excluded.stream_version, agreement = excluded.agreement, obligation = excluded.obligation,
            plan_year = excluded.plan_year, version = excluded.version, contact = excluded.contact,
            state = excluded.state, attempts = excluded.attempts, created_at = excluded.created_at,
            handed_over_at = excluded.handed_over_at, next_at = excluded.next_at, documents = excluded.documents
        WHERE excluded.stream_version >= stream_version
        """,
        Values(row));

    private static object?[] Values(DeliveryRow row) =>
    [
        row.Id,
        row.StreamVersion,
        row.Agreement,
        row.Obligation,
        row.PlanYear,
        row.Version.ToString(),
        row.Contact,
        row.State.ToString(),
        row.Attempts,
        row.CreatedAt.ToUnixTimeTicks(),
        row.HandedOverAt?.ToUnixTimeTicks(),
        row.NextAt?.ToUnixTimeTicks(),
        string.Join(' ', row.Documents),
    ];
}
