using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>
/// A plan year of an agreement's period for which an obligation has no occurrence.
/// </summary>
/// <param name="PlanYear">The year.</param>
/// <param name="Due">The date on which it would have been due.</param>
/// <param name="Code">Why, for programs: <c>occurrence.due-before-period</c> is the only reason there is.</param>
/// <param name="Reason">Why, in Swedish for people.</param>
public sealed record OmittedYear(int PlanYear, LocalDate Due, string Code, string Reason)
{
    /// <summary>The due date falls before the agreement begins.</summary>
    public const string DueBeforePeriod = "occurrence.due-before-period";
}
