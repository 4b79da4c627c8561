using System.Globalization;
using NodaTime;
using Samverkan.Dispatch;

namespace Samverkan.Storage.Local;

/// <summary>
/// The dispatch queue in SQLite, with the receiving side that the embedded host polls. A message is handed out again when
/// its time out of sight ends, unless it was deleted: a worker that dies loses nothing.
/// </summary>
public sealed class LocalDispatchQueue : IDispatchQueue, IDispatchReceiver
{
    private readonly SqliteDatabase _database;

    internal LocalDispatchQueue(SqliteDatabase database) => _database = database;

    /// <inheritdoc/>
    public Task EnqueueAsync(IReadOnlyCollection<string> deliveryIds, Instant visibleAt, CancellationToken cancellation) =>
        _database.WriteDerivedAsync(session => deliveryIds.Sum(id => Enqueue(session, id, visibleAt)), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueuedDelivery>> ReceiveAsync(
        Instant now, int most, Duration hideFor, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(hideFor, Duration.Zero);
        // Polling an empty queue must not take the write lock.
        if (await NextAsync(cancellation) is not { } next || next > now) return [];
        return await _database.WriteDerivedAsync(session => Receive(session, now, most, now + hideFor), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>What was put on the queue for the same delivery meanwhile stays.</remarks>
    public async Task<bool> DeleteAsync(QueuedDelivery message, CancellationToken cancellation)
    {
        var id = long.Parse(message.Receipt, CultureInfo.InvariantCulture);
        return await _database.WriteDerivedAsync(
            session => session.Run("DELETE FROM queue WHERE id = @1 AND received = @2", id, message.Dequeues),
            cancellation) > 0;
    }

    /// <summary>When the next message comes in sight, possibly in the past; null where the queue is empty.</summary>
    public async Task<Instant?> NextAsync(CancellationToken cancellation)
    {
        var ticks = await _database.ReadAsync(session => session.Number("SELECT min(visible_at) FROM queue"), cancellation);
        return ticks is { } t ? Ticks.ToInstant(t) : null;
    }

    private static int Enqueue(SqliteSession session, string deliveryId, Instant visibleAt) => session.Run(
        """
        INSERT INTO queue (delivery_id, visible_at) VALUES (@1, @2)
        ON CONFLICT (delivery_id) WHERE received = 0
        DO UPDATE SET visible_at = excluded.visible_at WHERE excluded.visible_at < visible_at
        """,
        deliveryId,
        visibleAt.ToUnixTimeTicks());

    private static List<QueuedDelivery> Receive(SqliteSession session, Instant now, int most, Instant hiddenUntil)
    {
        var messages = session.Query(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT id, delivery_id, received + 1 FROM queue WHERE visible_at <= @1 ORDER BY visible_at, id LIMIT {most}"),
            row => new QueuedDelivery(row.GetString(1), row.GetInt32(2), row.GetInt64(0).ToString(CultureInfo.InvariantCulture)),
            now.ToUnixTimeTicks());
        foreach (var message in messages)
        {
            session.Run(
                "UPDATE queue SET received = @2, visible_at = @3 WHERE id = @1",
                long.Parse(message.Receipt, CultureInfo.InvariantCulture),
                message.Dequeues,
                hiddenUntil.ToUnixTimeTicks());
        }

        return messages;
    }
}
