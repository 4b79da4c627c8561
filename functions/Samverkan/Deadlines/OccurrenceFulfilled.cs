using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The adopted version has been handed over to every recipient of the obligation.</summary>
/// <param name="Obligation">Which, in the stream's agreement and plan year.</param>
[EventName("occurrence-fulfilled")]
public sealed record OccurrenceFulfilled(ObligationId Obligation) : LedgerEvent;
