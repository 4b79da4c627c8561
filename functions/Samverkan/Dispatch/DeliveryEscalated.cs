using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The due time is near and the delivery has not arrived: the responsible and the escalation have been told, with a package
/// for handing over by hand. It goes once for a delivery, on whatever day of the week.
/// </summary>
/// <param name="Id">The delivery.</param>
/// <param name="Obligation">The obligation that it is to meet.</param>
/// <param name="EffectiveDue">The day by whose end it must have arrived.</param>
/// <param name="To">Who has been told.</param>
[EventName("delivery-escalated")]
public sealed record DeliveryEscalated(string Id, ObligationId Obligation, LocalDate EffectiveDue, IReadOnlyList<ContactId> To) : LedgerEvent;
