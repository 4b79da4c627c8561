using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>A document that was matched in another way carries this diary number: from now on the number matches by itself.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null where the number is the agreement's own.</param>
/// <param name="PlanYear">The plan year; null where the number is the agreement's own.</param>
/// <param name="Number">The number, as printed.</param>
[EventName("diary-number-learned")]
public sealed record DiaryNumberLearned(AgreementId Agreement, ObligationId? Obligation, int? PlanYear, string Number) : LedgerEvent;
