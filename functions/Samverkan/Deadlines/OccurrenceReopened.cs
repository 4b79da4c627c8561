using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>A recipient turned out not to have the adopted version: it bounced, so the fulfilled obligation is open again.</summary>
/// <param name="Obligation">Which, in the stream's agreement and plan year.</param>
[EventName("occurrence-reopened")]
public sealed record OccurrenceReopened(ObligationId Obligation) : LedgerEvent;
