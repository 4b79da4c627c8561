using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The register has an occurrence again that had fallen away: it is open as it was before.</summary>
/// <param name="Obligation">Which, in the stream's agreement and plan year.</param>
[EventName("occurrence-returned")]
public sealed record OccurrenceReturned(ObligationId Obligation) : LedgerEvent;
