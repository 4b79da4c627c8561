using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>A diary number that the register or an earlier document gives.</summary>
/// <param name="Number">The number; null where the register's text is not one, and then it is compared as text.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation of the occurrence that learned it; null where it is the agreement's own.</param>
/// <param name="PlanYear">The plan year of that occurrence; null where it is the agreement's own.</param>
internal sealed record NumberHit(DiaryNumber? Number, AgreementId Agreement, ObligationId? Obligation, int? PlanYear)
{
    /// <summary>True where the number is that of one occurrence.</summary>
    internal bool IsOccurrence => Obligation is not null && PlanYear is not null;
}
