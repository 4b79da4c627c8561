using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>What a quarantined file may belong to, as its event names it.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null for the agreement itself.</param>
/// <param name="PlanYear">The plan year; null where none is known.</param>
/// <param name="Score">0–100, how well it fits.</param>
/// <param name="Why">The reasons in Swedish, a line each, as a commitment of the event: they may quote the document.</param>
public sealed record QuarantineCandidate(AgreementId Agreement, ObligationId? Obligation, int? PlanYear, int Score, Commitment Why);
