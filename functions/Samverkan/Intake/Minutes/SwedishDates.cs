using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>Finds dates: <c>2021-03-31</c>, <c>20210331</c>, <c>31 mars 2021</c>, <c>31/3 2021</c>, <c>31.3.2021</c>;
/// and those that are printed but not whole.</summary>
internal static class SwedishDates
{
    private static readonly string[] s_months =
        [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december",
        ];

    /// <summary>The first date at or behind a position; null where there is none.</summary>
    public static DateMatch? Find(ReadOnlySpan<char> text, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var digits = DigitsAt(text, i);
            if ((i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '-' or ':'))
                && At(text, i, digits) is { } match)
            {
                return match;
            }

            i += digits;
        }

        return null;
    }

    /// <summary>Whether a word is the name of a month, or a short form of one.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => MonthOf(word) is not null;

    private static DateMatch? At(ReadOnlySpan<char> text, int start, int digits) => digits switch
    {
        8 => Compact(text, start),
        3 or 4 => Iso(text, start, digits),
        1 or 2 => DayAndMonth(text, start, digits) ?? Numeric(text, start, digits),
        _ => null,
    };

    private static DateMatch? Compact(ReadOnlySpan<char> text, int start)
    {
        var date = Date(Number(text, start, 4), Number(text, start + 4, 2), Number(text, start + 6, 2));
        return date is { Year: >= 1950 and < 2100 } ? new DateMatch(start, start + 8, date) : null;
    }

    private static DateMatch? Iso(ReadOnlySpan<char> text, int start, int yearDigits)
    {
        var at = start + yearDigits;
        var separator = CharAt(text, at);
        var month = DigitsAt(text, at + 1);
        if (separator is not ('-' or '.' or '/') || month is not (1 or 2) || CharAt(text, at + 1 + month) != separator)
        {
            return null;
        }

        var dayAt = at + month + 2;
        var day = DigitsAt(text, dayAt);
        if (day > 2 || (day == 0 && separator != '-'))
        {
            return null;
        }

        var whole = yearDigits == 4 && day > 0;
        var date = whole ? Date(Number(text, start, 4), Number(text, at + 1, month), Number(text, dayAt, day)) : null;
        return new DateMatch(start, dayAt + day, date);
    }

    private static DateMatch? DayAndMonth(ReadOnlySpan<char> text, int start, int digits)
    {
        var at = start + digits;
        at += CharAt(text, at) == ':' && CharAt(text, at + 1) is 'e' or 'a' ? 2 : 0;
        if (CharAt(text, at) != ' ')
        {
            return null;
        }

        var word = Words.At(text, at + 1);
        if (MonthOf(word) is not { } month)
        {
            return null;
        }

        var end = at + 1 + word.Length;
        var yearAt = end + (CharAt(text, end) == '.' ? 1 : 0);
        yearAt += CharAt(text, yearAt) == ' ' ? 1 : 0;
        var year = DigitsAt(text, yearAt);
        return year == 4
            ? new DateMatch(start, yearAt + 4, Date(Number(text, yearAt, 4), month, Number(text, start, digits)))
            : new DateMatch(start, year > 0 ? yearAt + year : end, Date: null);
    }

    private static DateMatch? Numeric(ReadOnlySpan<char> text, int start, int digits)
    {
        var at = start + digits;
        var separator = CharAt(text, at);
        var month = DigitsAt(text, at + 1);
        if (separator is not ('/' or '.') || month is not (1 or 2))
        {
            return null;
        }

        var yearAt = at + 1 + month;
        yearAt += CharAt(text, yearAt) == separator || (separator == '/' && CharAt(text, yearAt) is ' ' or '-') ? 1 : 0;
        return DigitsAt(text, yearAt) == 4 && yearAt > at + 1 + month
            && Date(Number(text, yearAt, 4), Number(text, at + 1, month), Number(text, start, digits)) is { } date
            ? new DateMatch(start, yearAt + 4, date)
            : null;
    }

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < s_months.Length; month++)
        {
            var name = s_months[month].AsSpan();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (word.Length is 3 or 4 && name.Length > word.Length
                && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return month + 1;
            }
        }

        return null;
    }

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1850 and < 2200 && month is >= 1 and <= 12 && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int DigitsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private static int Number(ReadOnlySpan<char> text, int start, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(start, length))
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static char CharAt(ReadOnlySpan<char> text, int at) => at < text.Length ? text[at] : '\0';
}
