using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The delivery log in the Table service: each row whole under every key that it is listed by, newest first, all in one
/// partition. The arithmetic is in <c>docs/storage.md</c>.
/// </summary>
internal sealed class TableDeliveryLog(AzureAccount account) : IDeliveryLog
{
    private readonly RowSet _rows = new(account.Table(AzureNames.RowTable), "expedieringar");

    /// <inheritdoc/>
    public Task UpsertAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation) =>
        _rows.WriteAsync(rows.Select(DeliveryEntity.Change), cancellation);

    /// <inheritdoc/>
    public async Task<DeliveryRow?> FindAsync(string deliveryId, CancellationToken cancellation) =>
        await _rows.FindAsync(DeliveryEntity.KeyOf(deliveryId), cancellation) is { } entity ? DeliveryEntity.Row(entity) : null;

    /// <inheritdoc/>
    public Task<DeliveryPage> PageAsync(DeliveryFilter filter, CancellationToken cancellation)
    {
        if (filter.Size is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(filter), filter.Size, "A page holds 1 to 1,000 rows.");
        return new DeliveryListing(_rows, filter).PageAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellation) =>
        (await _rows.CountAsync(cancellation)).Where(c => c.Value > 0).ToDictionary(c => Enum.Parse<DeliveryState>(c.Key), c => c.Value);

    /// <inheritdoc/>
    public async Task<int> CountStoppedNoticesAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var list in DeliveryRow.AwaitingPerson.Select(state => DeliveryEntity.ListOf(new DeliveryFilter(state), notices: true)))
            await foreach (var _ in _rows.Range(list, RowKeys.After(list), cancellation, select: ["PartitionKey", "RowKey"])) count++;
        return count;
    }

    /// <inheritdoc/>
    public async Task<Instant?> OldestAsync(CancellationToken cancellation)
    {
        await foreach (var entity in _rows.Range(DeliveryEntity.Undelivered, RowKeys.After(DeliveryEntity.Undelivered), cancellation, maxPerPage: 1))
            return DeliveryEntity.Row(entity).CreatedAt;
        return null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> DueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, before) = DeliveryEntity.DueBy(now);
        await foreach (var entity in _rows.Range(from, before, cancellation, select: ["PartitionKey", "RowKey", "Id"]))
            if (entity.GetString("Id") is { } id) yield return id;
    }

    /// <inheritdoc/>
    public async Task<long> ProjectedVersionAsync(StreamId stream, CancellationToken cancellation) =>
        VersionOf(await _rows.FindAsync(DeliveryEntity.KeyOf(stream), cancellation));

    /// <inheritdoc/>
    public async Task ProjectAsync(StreamId stream, long after, long upTo, IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation)
    {
        // It never goes back: what this host has seen before is enough to go on from.
        var isNext = after == 0
            || VersionOf(_rows.Known(DeliveryEntity.KeyOf(stream))) >= after
            || await ProjectedVersionAsync(stream, cancellation) >= after;
        var changes = rows.Select(DeliveryEntity.Change);
        await _rows.WriteAsync(isNext ? changes.Append(DeliveryEntity.Projected(stream, upTo)) : changes, cancellation);
    }

    private static long VersionOf(TableEntity? projected) => projected?.GetInt64("Version") ?? 0;
}
