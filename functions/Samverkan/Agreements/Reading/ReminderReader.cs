using System.Globalization;

namespace Samverkan.Agreements.Reading;

/// <summary>
/// Reads reminders: ISO 8601 durations of whole days or weeks, <c>P60D</c>, <c>P2W</c>. Months and years are refused,
/// since nobody could say on which day a month before 31 March falls.
/// </summary>
internal static class ReminderReader
{
    private const int MostDays = 3660;

    internal static IReadOnlyList<int> Read(JsonCursor? at)
    {
        if (at is null) return Obligation.DefaultReminderDays;
        return [.. at.Items().Select(Days).OfType<int>()];
    }

    private static int? Days(JsonCursor at)
    {
        if (at.RawText() is not { } text) return null;
        if (Parse(text) is { } days and <= MostDays) return days;
        at.Fail(RegisterErrorCode.ReminderFormat, $"{Printable.Quoted(text)} kan inte vara en påminnelse. {Remedy(text)}");
        return null;
    }

    private static int? Parse(string text)
    {
        if (text.Length is < 3 or > 6 || text[0] != 'P') return null;
        if (!int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return text[^1] switch
        {
            'D' => number,
            'W' => number * 7,
            _ => null,
        };
    }

    private static string Remedy(string text) => text.StartsWith('P') && (text.EndsWith('M') || text.EndsWith('Y'))
        ? "Månader och år är olika långa. Skriv antalet dagar: \"P30D\"."
        : $"Skriv antalet dagar eller veckor före, högst {MostDays} dagar: \"P30D\" är 30 dagar, \"P2W\" är två veckor.";
}
