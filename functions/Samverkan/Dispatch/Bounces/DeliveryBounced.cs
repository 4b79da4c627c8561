using Samverkan.Ledger;

namespace Samverkan.Dispatch.Bounces;

/// <summary>A mail system has told that a message which had been handed over did not arrive after all.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">The try that had handed it over.</param>
/// <param name="Code">Why, as a stable code: <c>mail.bounced</c> or <c>mail.bounced-expired</c>.</param>
/// <param name="Answer">The report's status and the other server's words; null where it gave none.</param>
[EventName("delivery-bounced")]
public sealed record DeliveryBounced(string Id, int Attempt, string Code, Commitment? Answer) : LedgerEvent;
