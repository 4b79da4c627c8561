using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// One obligation for one plan year (årets åtagande).
/// </summary>
/// <param name="AgreementId">The agreement that the obligation belongs to.</param>
/// <param name="ObligationId">The obligation, unique within the agreement.</param>
/// <param name="PlanYear">The year that the plan or report is about; with the two ids it names the occurrence.</param>
/// <param name="Due">The due date as the agreement states it, due until 24:00 in Europe/Stockholm.</param>
/// <param name="EffectiveDue">The due date that counts, moved off days that are not working days where the obligation says so.</param>
/// <param name="WhyMoved">Why the effective date is another, in Swedish; null where it is not.</param>
/// <param name="IsHistory">True where it was due before the register came into use: shown, never reminded of.</param>
public sealed record Occurrence(
    AgreementId AgreementId,
    ObligationId ObligationId,
    int PlanYear,
    LocalDate Due,
    LocalDate EffectiveDue,
    string? WhyMoved,
    bool IsHistory)
{
    /// <summary>The last day of the plan year or, where it is later, of the year of the due date: until then it can be overdue.</summary>
    public LocalDate LastDay => new(Math.Max(PlanYear, Due.Year), 12, 31);
}
