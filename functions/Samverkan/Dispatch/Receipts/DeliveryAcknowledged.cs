using Samverkan.Ledger;

namespace Samverkan.Dispatch.Receipts;

/// <summary>The contact has confirmed a delivery: they have it, whatever the tries ended with.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="How">How it was confirmed.</param>
/// <param name="Name">The confirmer's name as they wrote it; null where they wrote none.</param>
/// <param name="Reason">How the municipality's own person knows it; null for a link.</param>
[EventName("delivery-acknowledged")]
public sealed record DeliveryAcknowledged(string Id, AcknowledgedHow How, Commitment? Name, Commitment? Reason = null) : LedgerEvent;
