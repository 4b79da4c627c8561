using System.Globalization;
using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Web.Pages;

/// <summary>
/// The months that the picture of an occurrence spans, with places as shares of the width: the five before the last
/// day's month and the one after it, and more where something happens before or after them.
/// </summary>
/// <param name="First">The first day of the first month.</param>
/// <param name="Last">The last day of the last month.</param>
public sealed record YearScale(LocalDate First, LocalDate Last)
{
    private const int MostMonths = 36;

    /// <summary>The first day of each month.</summary>
    public IEnumerable<LocalDate> Months
    {
        get
        {
            for (var month = First; month <= Last; month = month.PlusMonths(1)) yield return month;
        }
    }

    /// <summary>The scale of an occurrence.</summary>
    public static YearScale Of(OccurrenceLine line)
    {
        var due = line.Occurrence.EffectiveDue;
        LocalDate[] days = [line.Occurrence.Due, .. line.Reminders.Select(r => r.On), .. line.Steps.Select(s => Stockholm.DateOf(s.At))];
        var last = LocalDate.Min(LocalDate.Max(due.PlusMonths(1), days.Max()), due.PlusMonths(MostMonths / 2));
        var first = LocalDate.Max(LocalDate.Min(due.PlusMonths(-5), days.Min()), due.PlusMonths(-MostMonths / 2));
        return new YearScale(first.With(DateAdjusters.StartOfMonth), last.With(DateAdjusters.EndOfMonth));
    }

    /// <summary>Where a day lies; null where it is not in the picture.</summary>
    public string? X(LocalDate day) => day < First || day > Last
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Period.DaysBetween(First, day) * 100d / (Period.DaysBetween(First, Last) + 1):0.##}%");
}
