using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// A due date without a year, and the years it falls in. Written <c>--12-01</c>, as ISO 8601:2000 and XML Schema's
/// gMonthDay do; 29 February is 28 February in years that lack it.
/// </summary>
public static class YearlyDueDate
{
    private const string Prefix = "--";

    /// <summary>True where a text is <c>--MM-DD</c> and a date of a leap year.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AnnualDate date)
    {
        var parsed = text?.StartsWith(Prefix, StringComparison.Ordinal) == true ? AnnualDatePattern.Iso.Parse(text[Prefix.Length..]) : null;
        date = parsed is { Success: true } ? parsed.Value : default;
        return parsed is { Success: true };
    }

    /// <summary>The text that <see cref="TryParse"/> reads: <c>--12-01</c>.</summary>
    public static string Format(AnnualDate date) => Prefix + AnnualDatePattern.Iso.Format(date);

    /// <summary>The due date that belongs to a plan year: in the year before it, in it, or in the year after it.</summary>
    public static LocalDate Of(Obligation obligation, int planYear) =>
        obligation.Due.InYear(planYear + YearsFromPlanYear(obligation.PlanYear));

    private static int YearsFromPlanYear(PlanYearRule rule) => rule switch
    {
        PlanYearRule.Next => -1,
        PlanYearRule.Same => 0,
        PlanYearRule.Previous => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Next, Same or Previous."),
    };
}
