using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>Something that a document may belong to, for a person to choose among.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null for the agreement itself.</param>
/// <param name="PlanYear">The plan year; null where none is stated, and for the agreement itself.</param>
/// <param name="Score">0–100, how well it fits; 60 and more is enough, if nothing else fits as well and nothing speaks against it.</param>
/// <param name="Why">What the score comes of, in Swedish: one sentence a reason.</param>
public sealed record Candidate(AgreementId Agreement, ObligationId? Obligation, int? PlanYear, int Score, IReadOnlyList<string> Why);
