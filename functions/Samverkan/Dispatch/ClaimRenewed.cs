using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>The channel is still at work and the claim lasts longer.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">The try that goes on.</param>
/// <param name="LeaseUntil">When the claim now ends by itself.</param>
[EventName("claim-renewed")]
public sealed record ClaimRenewed(string Id, int Attempt, Instant LeaseUntil) : LedgerEvent;
