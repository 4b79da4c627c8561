using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>The line that begins a paragraph of minutes: "§ 60 2021.111 KS", "KS § 88 Dnr KS 2023/00214", "§ 41 Title
/// (SN 2024-118)".</summary>
/// <param name="Number">The paragraph's number.</param>
/// <param name="Before">What stands before "§", without a diary number: board or letters; empty where nothing does.</param>
/// <param name="Rest">What stands behind the number.</param>
/// <param name="Line">The line.</param>
internal sealed record ParagraphHead(string Number, string Before, string Rest, TextLine Line)
{
    private const int LongestPrefix = 70;

    /// <summary>Reads a line as the beginning of a paragraph; null where it is something else, such as running
    /// text.</summary>
    public static ParagraphHead? TryParse(TextLine line)
    {
        var text = line.Text;
        if (SignEnd(text, out var signAt) is not { } at)
        {
            return null;
        }

        var digits = at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var number = text[at..digits].TrimStart('0');
        if (number.Length is 0 or > 4 || Behind(text, digits) is not { } rest || !IsPrefix(text[..signAt], out var before))
        {
            return null;
        }

        return InChain(rest, line) ?? new ParagraphHead(number, before, rest, line);
    }

    /// <summary>"KSAU § 45 KS § 60": the case went from one body to the next, and the last is the one whose minutes
    /// these are.</summary>
    private static ParagraphHead? InChain(string rest, TextLine line)
    {
        var sign = rest.IndexOf('§', StringComparison.Ordinal);
        var chained = sign > 0 && sign <= LongestPrefix && Bodies.TryReadAtStart(rest, out var length)
            && rest.AsSpan(length, sign - length).Trim().IsEmpty;
        return chained && TryParse(line with { Text = rest }) is { } last ? last with { Line = line } : null;
    }

    private static int? SignEnd(string text, out int start)
    {
        start = text.AsSpan(0, Math.Min(text.Length, LongestPrefix)).IndexOf('§');
        var sign = 1;
        if (start < 0)
        {
            start = 0;
            sign = Words.IsAt(text, 0, "paragraf") ? "paragraf".Length : 0;
        }

        var at = start + sign;
        while (at < text.Length && text[at] is ' ' or ':')
        {
            at++;
        }

        return sign > 0 && at < text.Length && char.IsAsciiDigit(text[at]) ? at : null;
    }

    /// <summary>What follows the number; null where that shows a reference in running text ("§ 201 behandlat ärendet",
    /// "§ 4–7").</summary>
    private static string? Behind(string text, int at)
    {
        if (at < text.Length && text[at] is '/' or ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        var behind = text.AsSpan(at);
        var rest = behind.Trim(" .:–—-,|").ToString();
        if (behind.IsEmpty || rest.Length == 0)
        {
            return rest;
        }

        var range = behind.TrimStart(' ') is ['–' or '-', ..] && char.IsAsciiDigit(rest[0]);
        var running = char.IsLetterOrDigit(behind[0]) || (char.IsLower(rest[0]) && !StartsWithLabel(rest))
            || behind[0] is ',' or ')';
        return range || running ? null : rest;
    }

    private static bool StartsWithLabel(string rest) =>
        rest.StartsWith("dnr", StringComparison.Ordinal) || rest.StartsWith("diarie", StringComparison.Ordinal)
            || rest.StartsWith("ärende", StringComparison.Ordinal);

    private static bool IsPrefix(string prefix, out string before)
    {
        if (DiaryNumberScanner.Find(prefix) is { } diary)
        {
            prefix = string.Concat(prefix.AsSpan(0, diary.Start), prefix.AsSpan(diary.End));
        }

        if (SwedishDates.Find(prefix) is { } date)
        {
            prefix = string.Concat(prefix.AsSpan(0, date.Start), prefix.AsSpan(date.End));
        }

        before = prefix.Trim(' ', ',', '.', ':', '-', '–', '|', '(', ')');
        var letters = before.Length <= 6 && before.All(char.IsLetter) && (before.Length == 0 || char.IsUpper(before[0]));
        return letters
            || (Bodies.TryReadAtStart(before, out var length) && length == before.Length)
            || before.ToUpperInvariant() is "PROTOKOLLSUTDRAG" or "PROTOKOLL" or "UTDRAG" or "SAMMANTRÄDESPROTOKOLL"
            or "BESLUT";
    }
}
