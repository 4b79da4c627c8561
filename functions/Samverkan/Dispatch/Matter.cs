using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>What a delivery is about, as it stood when it became owed: the facts of its covering letter.</summary>
/// <param name="AgreementTitle">The agreement's or action plan's title.</param>
/// <param name="ObligationTitle">The obligation's title; null for a decision that belongs to none.</param>
/// <param name="PlanYear">The plan year; null where there is none.</param>
/// <param name="Due">The stated due date; null where there is none.</param>
/// <param name="Decision">The decision that adopted the set, or that is handed over; null for a draft.</param>
public sealed record Matter(string AgreementTitle, string? ObligationTitle, int? PlanYear, LocalDate? Due, Decision? Decision);
