using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// Deliveries that had not been handed over, and whose place later deliveries to the same contacts have taken: they are
/// not tried again. What a due day demands of them it demands of those that took their place.
/// </summary>
/// <param name="Deliveries">Which, and by which.</param>
[EventName("deliveries-replaced")]
public sealed record DeliveriesReplaced(IReadOnlyList<ReplacedDelivery> Deliveries) : LedgerEvent;
