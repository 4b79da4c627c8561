using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads the year of the plan that a title names.</summary>
internal static class PlanYearReader
{
    private static readonly string[] s_plans = ["plan", "budget", "program"];

    private static readonly string[] s_reports =
    [
        "rapport", "uppföljning", "redovisning", "redogörelse", "berättelse", "bokslut", "utvärdering", "revision av",
        "granskning", "information om", "återrapport", "sammanställning", "slutredovisning", "verksamhetsuppföljning",
        "måluppfyllelse",
    ];

    private static readonly string[] s_decided =
    [
        "antagen", "antaget", "antagna", "beslutad", "beslutat", "fastställd", "från", "sedan", "den",
    ];

    /// <summary>The year; null for a report, a span of years, several years, or a title that names no plan.</summary>
    public static Reading<int>? Read(Reading<string>? title) =>
        title is not null && YearIn(title.Value) is { } year ? new Reading<int>(year, title.At) : null;

    /// <summary>The year that a title gives to its plan; null where it gives none.</summary>
    public static int? YearIn(string title)
    {
        if (!s_plans.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))
            || s_reports.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        int? found = null;
        foreach (var (year, isLone) in Years(title))
        {
            if (isLone && found is not null && found != year)
            {
                return null;
            }

            found = isLone ? year : found;
        }

        return found;
    }

    private static IEnumerable<(int Year, bool IsLone)> Years(string title)
    {
        for (var i = 0; i + 4 <= title.Length; i++)
        {
            if (char.IsAsciiDigit(title[i]) && (i == 0 || !char.IsAsciiDigit(title[i - 1])) && IsYear(title, i))
            {
                var year = int.Parse(title.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
                yield return (year, !IsJoined(title, i - 1, -1) && !IsJoined(title, i + 4, 1) && !IsDecided(title, i));
            }
        }
    }

    private static bool IsYear(string title, int at) =>
        title.AsSpan(at, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 4 == title.Length || !char.IsLetterOrDigit(title[at + 4]))
        && title[at..(at + 2)] is "19" or "20";

    /// <summary>Whether a dash or slash ties the year to another number: a span, a date or a diary number.</summary>
    private static bool IsJoined(string title, int at, int step)
    {
        at += InRange(title, at) && title[at] == ' ' ? step : 0;
        if (!InRange(title, at) || title[at] is not ('-' or '–' or '—' or '/' or '.' or ':'))
        {
            return false;
        }

        at += step;
        at += InRange(title, at) && title[at] == ' ' ? step : 0;
        return InRange(title, at) && char.IsAsciiDigit(title[at]);
    }

    private static bool IsDecided(string title, int at)
    {
        var before = Words.Last(title.AsSpan(0, at).TrimEnd());
        foreach (var word in s_decided)
        {
            if (before.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return SwedishDates.IsMonth(before);
    }

    private static bool InRange(string title, int at) => at >= 0 && at < title.Length;
}
