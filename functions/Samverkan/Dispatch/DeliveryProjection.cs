using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Makes rows of the delivery log and messages of the queue from what happens to deliveries, and repairs them.</summary>
public sealed class DeliveryProjection(Func<LedgerBook> ledger, IDeliveryLog deliveries, IDispatchQueue queue) : IProjection
{
    /// <inheritdoc/>
    public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
    {
        if (!HasDeliveries(stream)) return;
        var book = await ledger().LoadAsync<DeliveryBook>(stream, appended, cancellation);
        var concerned = appended.SelectMany(e => DeliveryBook.Concerned(e.Event)).ToHashSet(StringComparer.Ordinal);
        // Where rows of an earlier event are still missing, the version stays behind and the sweep finds the stream.
        await StoreAsync(stream, book, appended[0].Version - 1, appended[^1].Version, [.. concerned.Select(book.Find).OfType<Delivery>()], cancellation);
    }

    /// <summary>Makes all rows of a stream anew where they are behind it. Returns whether they were.</summary>
    public async Task<bool> RepairAsync(StreamHead head, CancellationToken cancellation)
    {
        if (!HasDeliveries(head.Stream)) return false;
        if (await deliveries.ProjectedVersionAsync(head.Stream, cancellation) >= head.Version) return false;
        var book = await ledger().LoadAsync<DeliveryBook>(head.Stream, cancellation);
        await StoreAsync(head.Stream, book, after: 0, head.Version, [.. book.All], cancellation);
        return true;
    }

    private static bool HasDeliveries(StreamId stream) =>
        stream != StreamId.Register && stream != StreamId.Inbox && stream != StreamId.Audit;

    // The queue last: what a crash keeps from it, the sweep finds among the rows that are due.
    private async Task StoreAsync(StreamId stream, DeliveryBook book, long after, long upTo, IReadOnlyList<Delivery> changed, CancellationToken cancellation)
    {
        await deliveries.ProjectAsync(stream, after, upTo, [.. changed.Select(d => Row(stream, book.Version, d))], cancellation);
        foreach (var due in changed.Where(d => d.State is DeliveryState.Owed or DeliveryState.Waiting).GroupBy(d => d.NextAt ?? Instant.MinValue))
            await queue.EnqueueAsync([.. due.Select(d => d.Id)], due.Key, cancellation);
    }

    private static DeliveryRow Row(StreamId stream, long version, Delivery d)
    {
        var owner = stream.AgreementYear;
        return new DeliveryRow(d.Id, version, owner?.Agreement, d.Obligation?.Value, owner?.PlanYear, d.Version, d.Contact.Value,
            d.State, d.Attempts.Count, d.CreatedAt, d.HandedOverAt, d.NextAt, [.. d.Documents.Select(x => x.Hash)]);
    }
}
