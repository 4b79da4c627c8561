using Samverkan.Agreements;

namespace Samverkan.Web.Pages;

/// <summary>One plan year of an agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="PlanYear">The plan year.</param>
/// <param name="Lines">What it obliges to for that year, in the register's order.</param>
/// <param name="Before">The nearest earlier plan year that has something; null where none has.</param>
/// <param name="After">The nearest later one.</param>
public sealed record YearView(Agreement Agreement, int PlanYear, IReadOnlyList<OccurrenceLine> Lines, int? Before, int? After);
