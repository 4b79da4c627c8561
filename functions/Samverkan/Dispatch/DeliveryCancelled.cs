using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>A person has decided that a delivery is not to be sent. It stands: a cancelled delivery is not sent again.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Reason">Why.</param>
[EventName("delivery-cancelled")]
public sealed record DeliveryCancelled(string Id, Commitment Reason) : LedgerEvent;
