using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// A host has begun a try. Until the lease ends no other host may; after it, an attempt without an end was interrupted,
/// and may have reached the contact.
/// </summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">The try's number, from 1.</param>
/// <param name="LeaseUntil">When the claim ends by itself.</param>
[EventName("delivery-claimed")]
public sealed record DeliveryClaimed(string Id, int Attempt, Instant LeaseUntil) : LedgerEvent;
