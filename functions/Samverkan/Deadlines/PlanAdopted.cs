using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The plan of an occurrence is adopted.</summary>
/// <param name="Obligation">Whose plan, in the stream's agreement and plan year.</param>
/// <param name="Decision">The decision; what is not stated is null.</param>
/// <param name="Extract">The minutes extract that adopted it; null where the plan itself, or its name, says that it is adopted.</param>
[EventName("plan-adopted")]
public sealed record PlanAdopted(ObligationId Obligation, Decision Decision, DocumentHash? Extract) : LedgerEvent;
