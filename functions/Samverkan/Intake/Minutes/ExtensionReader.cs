using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads through which year a decision extends a period: "förlängning … till och med 2022".</summary>
internal static class ExtensionReader
{
    private static readonly string[] s_through =
        ["till och med", "t.o.m.", "t.o.m", "t o m", "tom", "till utgången av", "till slutet av", "fram till", "till"];

    private static readonly string[] s_between = ["utgången av", "slutet av", "den", "år", "och med"];

    /// <summary>The year, where decision or title speak of an extension; the text around may then name the year.</summary>
    public static Reading<int>? Read(IReadOnlyList<Reading<string>> decisions, Reading<string>? title, Reading<int>? inText)
    {
        foreach (var decision in decisions)
        {
            if (YearIn(decision.Value) is { } year)
            {
                return new Reading<int>(year, decision.At);
            }
        }

        var speaks = decisions.Any(decision => IsAboutExtension(decision.Value))
            || (title is not null && IsAboutExtension(title.Value));
        return !speaks || decisions.Count == 0 ? null
            : title is not null && YearIn(title.Value) is { } titleYear ? new Reading<int>(titleYear, title.At)
            : inText;
    }

    /// <summary>The year that a sentence extends a period through; null where it does not.</summary>
    public static int? YearIn(string sentence)
    {
        if (!IsAboutExtension(sentence))
        {
            return null;
        }

        foreach (var through in s_through)
        {
            for (var at = Words.Find(sentence, through); at >= 0; at = Words.Find(sentence, through, at + through.Length))
            {
                if (YearAt(sentence.AsSpan(at + through.Length)) is { } year)
                {
                    return year;
                }
            }
        }

        return null;
    }

    private static bool IsAboutExtension(string text) => text.Contains("förläng", StringComparison.OrdinalIgnoreCase);

    private static int? YearAt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" .");
        foreach (var word in s_between)
        {
            text = Words.IsAt(text, 0, word) ? text[word.Length..].TrimStart() : text;
        }

        if (SwedishDates.Find(text) is { Date: { } date } match && match.Start == 0)
        {
            return date.Year;
        }

        var digits = Words.At(text, 0);
        return digits.Length == 4
            && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year is >= 1950 and < 2150 ? year : null;
    }
}
