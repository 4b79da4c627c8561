using Samverkan.Agreements;
using Samverkan.Intake.Matching;

namespace Samverkan.Intake;

/// <summary>What became of a correction.</summary>
/// <param name="Problem">Why nothing was changed; null where the value is as asked for now.</param>
/// <param name="Owed">Who receives the extract because of it, and had not before.</param>
/// <param name="Unresolved">Recipients that the register does not know, with whom they may mean; nothing goes to them.</param>
public sealed record CorrectionResult(
    ToolProblem? Problem, IReadOnlyList<ContactId> Owed, IReadOnlyList<ResolvedRecipient> Unresolved);
