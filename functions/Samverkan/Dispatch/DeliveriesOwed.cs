using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// A version of documents is owed to contacts: from now on each delivery exists, whatever crashes. At most 100 recipients;
/// more are several events.
/// </summary>
/// <param name="Version">Which version.</param>
/// <param name="Obligation">The obligation; null for a decision that belongs to none.</param>
/// <param name="SetHash">The hash of the document set.</param>
/// <param name="Documents">What is handed over, in order.</param>
/// <param name="Matter">The facts of the covering letter.</param>
/// <param name="To">The deliveries.</param>
[EventName("deliveries-owed")]
public sealed record DeliveriesOwed(
    DeliveryVersion Version,
    ObligationId? Obligation,
    string SetHash,
    IReadOnlyList<DocumentRef> Documents,
    Matter Matter,
    IReadOnlyList<OwedTo> To) : LedgerEvent
{
    /// <inheritdoc/>
    public override IEnumerable<DocumentHash> Holds => Documents.Select(d => d.Hash);
}
