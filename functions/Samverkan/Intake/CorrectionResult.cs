using Samverkan.Agreements;
using Samverkan.Intake.Matching;

namespace Samverkan.Intake;

/// <summary>What became of a correction.</summary>
/// <param name="Problem">Why nothing was changed; null where the value is as asked for now.</param>
/// <param name="Owed">Who receives the extract because of it, and had not before.</param>
/// <param name="Removed">Who is not on the list any more, but has the extract or is to have it: a delivery is not taken back by a correction.</param>
/// <param name="Unresolved">Recipients that the register does not know, with whom they may mean; nothing goes to them.</param>
public sealed record CorrectionResult(
    ToolProblem? Problem, IReadOnlyList<ContactId> Owed, IReadOnlyList<RemovedRecipient> Removed, IReadOnlyList<ResolvedRecipient> Unresolved);
