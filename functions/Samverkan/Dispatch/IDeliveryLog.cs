using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The port to the delivery log: one row a delivery, made of the ledger's events and repaired from them. What a row says
/// may be a moment behind the ledger; decisions are taken on the ledger.
/// </summary>
public interface IDeliveryLog
{
    /// <summary>Stores rows of one stream; a row made of an older version of the stream than the stored one is passed over.</summary>
    Task UpsertAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation);

    /// <summary>The row of a delivery; null where there is none.</summary>
    Task<DeliveryRow?> FindAsync(string deliveryId, CancellationToken cancellation);

    /// <summary>A page of rows that match the filter, newest first (by creation, then id).</summary>
    /// <exception cref="FormatException">The filter's place is none that a page ended with; it may come from anybody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 1,000.</exception>
    Task<DeliveryPage> PageAsync(DeliveryFilter filter, CancellationToken cancellation);

    /// <summary>How many rows there are in each state, notices left out.</summary>
    Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellation);

    /// <summary>How many notices need a person, or bounced.</summary>
    Task<int> CountStoppedNoticesAsync(CancellationToken cancellation);

    /// <summary>When the oldest row that is still to be delivered (<see cref="DeliveryRow.Undelivered"/>) was created, notices left out; null where there is none.</summary>
    Task<Instant?> OldestAsync(CancellationToken cancellation);

    /// <summary>The ids of deliveries whose next try, or whose claim's end, is at or before <paramref name="now"/>, the longest due first.</summary>
    IAsyncEnumerable<string> DueAsync(Instant now, CancellationToken cancellation);

    /// <summary>Up to which version the rows of a stream are made; 0 where none are.</summary>
    Task<long> ProjectedVersionAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>
    /// Stores rows as <see cref="UpsertAsync"/> does and, not before the last of them, notes that the stream's rows are made
    /// up to a version: never back, and not where they are not made up to <paramref name="after"/> yet.
    /// </summary>
    /// <param name="stream">The stream that the rows are of.</param>
    /// <param name="after">The version that the rows before these must be made up to; 0 where these are all.</param>
    /// <param name="upTo">The version that the rows are made up to with these.</param>
    /// <param name="rows">The rows; none where what was appended changes none.</param>
    /// <param name="cancellation">Ends the wait; what was stored by then stays.</param>
    Task ProjectAsync(StreamId stream, long after, long upTo, IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation);
}
