using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>The adoption of an occurrence's plan.</summary>
/// <param name="At">When it became known here; not the day of the decision.</param>
/// <param name="Decision">The decision, as far as it is stated.</param>
/// <param name="Extract">The extract that adopted it; null where the plan itself says so.</param>
public sealed record Adoption(Instant At, Decision Decision, DocumentHash? Extract);
