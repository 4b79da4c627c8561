using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads which bodies dealt with the case before: "Arbetsutskottet har den 31 mars 2021, § 83 behandlat
/// ärendet", "Arbetsutskottets protokoll den 8 november 2023, § 141", "Kommunstyrelsen 2026-05-27 § 118".</summary>
internal static class PreparationReader
{
    private static readonly string[] s_treated =
    [
        "behandlat", "behandlade", "behandlades", "behandlats", "berett", "beredde", "bereddes", "beretts",
        "beslutade", "föreslog", "föreslagit", "tillstyrkte", "tillstyrkt",
    ];

    private static readonly SearchValues<string> s_matters = SearchValues.Create(["rendet", "gan"], StringComparison.Ordinal);

    private static readonly string[] s_records =
    [
        "protokoll", "protokollsutdrag", "beslut", "sammanträdesprotokoll", "förslag till beslut",
        "utdrag ur protokoll", "beredning", "behandling",
    ];

    public static void Read(Statement statement, ICollection<Reading<PreparationStep>> found,
        ICollection<ReadingWarning> warnings)
    {
        if (statement.Section is not (SectionKind.Preparation or SectionKind.Documents) && !IsAboutTreatment(statement.Text))
        {
            return;
        }

        if (!statement.Text.AsSpan().ContainsAnyInRange('0', '9') || statement.IsProse
            && !statement.Text.Contains('§', StringComparison.Ordinal) && !Words.HasAny(statement.Text, s_treated))
        {
            return;
        }

        var from = 0;
        while (NextStep(statement, from, out var end) is var (step, incomplete))
        {
            found.Add(statement.Says(step, statement.Text[from..end].Trim(' ', ',', ';')));
            if (incomplete)
            {
                warnings.Add(new ReadingWarning(MinutesWarnings.PreparationDateIncomplete, statement.At()));
            }

            from = end;
        }
    }

    private static bool IsAboutTreatment(string text) =>
        text.AsSpan().IndexOfAny(s_matters) >= 0
            && Words.HasAny(text, "behandlat ärendet", "behandlade ärendet", "berett ärendet", "beredde ärendet",
            "behandlade frågan", "behandlat frågan");

    private static (PreparationStep Step, bool Incomplete)? NextStep(Statement statement, int from, out int end)
    {
        var text = statement.Text;
        end = from;
        var body = BodyIn(text, from);
        while (body is var (start, length))
        {
            var behind = start + length;
            var following = BodyIn(text, behind);
            var next = following?.Start ?? text.Length;
            var date = SwedishDates.Find(text.AsSpan(0, next), behind) ?? SwedishDates.Find(text.AsSpan(0, start), end);
            var paragraph = ParagraphIn(text.AsSpan(0, next), behind, out var paragraphEnd)
                ?? ParagraphIn(text.AsSpan(0, start), end, out _);
            end = Math.Max(behind, Math.Max(date?.End ?? 0, paragraphEnd));
            if (IsStep(statement, text.AsSpan(behind, next - behind), date, paragraph))
            {
                return (new PreparationStep(Bodies.Name(text.AsSpan(start, length)), date?.Date, paragraph),
                    date is { Date: null });
            }

            end = behind;
            body = following;
        }

        return null;
    }

    /// <summary>In running text only what has a § or says that the case was dealt with; in a list also a body with its
    /// date.</summary>
    private static bool IsStep(Statement statement, ReadOnlySpan<char> behind, DateMatch? date, string? paragraph)
    {
        if (paragraph is null && date is null)
        {
            return false;
        }

        if (statement.IsProse)
        {
            return paragraph is not null || Words.HasAny(behind, s_treated);
        }

        var words = behind.TrimStart(" ,:(–-");
        return paragraph is not null
            || (!SubmissionReader.IsWriting(statement.Text)
                && (words.IsEmpty || char.IsAsciiDigit(words[0]) || Words.IsAt(words, 0, "den")
                || Words.HasAny(words, s_records) || Words.HasAny(words, s_treated)));
    }

    private static (int Start, int Length)? BodyIn(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (char.IsLetter(text[at]) && (at == 0 || text[at - 1] is ' ' or '(')
                && Bodies.TryReadAtStart(text.AsSpan(at), out var length))
            {
                return (at, length);
            }
        }

        return null;
    }

    private static string? ParagraphIn(ReadOnlySpan<char> text, int from, out int end)
    {
        end = from;
        var sign = text[from..].IndexOf('§');
        if (sign < 0)
        {
            return null;
        }

        var start = from + sign + 1;
        while (start < text.Length && text[start] is ' ' or '§')
        {
            start++;
        }

        end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > start ? text[start..end].ToString() : null;
    }
}
