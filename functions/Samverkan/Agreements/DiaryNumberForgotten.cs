using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>A person has corrected a diary number that had been learned: from now on it matches nothing by itself.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null where the number was the agreement's own.</param>
/// <param name="PlanYear">The plan year; null where the number was the agreement's own.</param>
/// <param name="Number">The number, as it was learned.</param>
[EventName("diary-number-forgotten")]
public sealed record DiaryNumberForgotten(AgreementId Agreement, ObligationId? Obligation, int? PlanYear, string Number) : LedgerEvent;
