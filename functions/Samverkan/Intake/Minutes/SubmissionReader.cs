using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads writings that the body had before it: "Kommunledningskontoret har i skrivelse den 27 oktober 2022 …",
/// "Tjänsteskrivelse från socialförvaltningen, 2024-04-02".</summary>
internal static class SubmissionReader
{
    private static readonly string[] s_writings =
        [
            "tjänsteskrivelse", "tjänsteskrivelsen", "tjänsteutlåtande", "tjänsteyttrande", "skrivelse", "skrivelsen",
            "yttrande", "utlåtande", "remissvar", "promemoria", "missiv", "tjänstemannaskrivelse",
            "tjänstemannayttrande", "förvaltningsskrivelse",
        ];

    private static readonly SearchValues<string> s_signs =
        SearchValues.Create(["krivelse", "ttrande", "tande", "emissvar", "romemoria", "issiv"], StringComparison.Ordinal);

    private static readonly string[] s_writers =
        [
            "kontoret", "kontor", "förvaltningen", "förvaltning", "avdelningen", "avdelning", "enheten", "enhet",
            "staben", "stab", "kansliet", "kansli", "chef", "chefen", "direktör", "direktören", "strateg",
            "strategen", "sekreterare", "sekreteraren", "samordnare", "samordnaren", "utredare", "utredaren",
            "handläggare", "handläggaren", "bolaget", "förbundet", "regionen", "gruppen", "ordföranden", "presidiet",
        ];

    public static void Read(Statement statement, ICollection<Reading<Submission>> found, ICollection<ReadingWarning> warnings)
    {
        var text = statement.Text;
        if (FindWriting(text) is not var (at, length))
        {
            return;
        }

        var inside = at >= 2 && IsInside(text.AsSpan(0, at));
        if (statement.IsProse && !inside && !StartsAsItem(text, at))
        {
            return;
        }

        var date = SwedishDates.Find(text, at + length);
        var by = inside ? SubjectBefore(text) : Writer(text, at, length, date);
        if (date is { Date: null })
        {
            warnings.Add(new ReadingWarning(MinutesWarnings.SubmissionDateIncomplete, statement.At()));
        }

        if ((by is not null || date?.Date is not null) && (!inside || date is not null))
        {
            found.Add(statement.Says(new Submission(by, date?.Date)));
        }
    }

    /// <summary>Whether a text speaks of a writing at all.</summary>
    public static bool IsWriting(string text) => FindWriting(text) is not null;

    private static (int At, int Length)? FindWriting(string text)
    {
        if (text.AsSpan().IndexOfAny(s_signs) < 0)
        {
            return null;
        }

        foreach (var word in s_writings)
        {
            var at = Words.Find(text, word);
            if (at >= 0)
            {
                return (at, word.Length);
            }
        }

        return null;
    }

    /// <summary>"… har i skrivelse den …", "… i en tjänsteskrivelse daterad …": the writer is the sentence's
    /// subject.</summary>
    private static bool IsInside(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        before = Words.Last(before) is "en" or "sin" or "ett" or "sitt" ? before[..^Words.Last(before).Length].TrimEnd()
            : before;
        return Words.Last(before) is "i" or "genom" or "inkommit med" or "med";
    }

    private static bool StartsAsItem(string text, int at) =>
        (at == 0 && char.IsUpper(text[0]))
            || (at <= 80 && text[at - 1] == ' ' && text[Math.Max(0, at - 2)] == 's'
            && !text.AsSpan(0, at).Contains(" har ", StringComparison.Ordinal));

    private static string? SubjectBefore(string text)
    {
        foreach (var verb in (ReadOnlySpan<string>)["har", "inkom", "lämnade", "redovisar", "redovisade", "föreslår",
            "föreslog", "anför", "anförde", "yttrade", "skrev"])
        {
            var at = Words.Find(text, verb);
            if (at > 0 && at <= 90)
            {
                return Bodies.Capitalized(text[..at].Trim());
            }
        }

        return null;
    }

    private static string? Writer(string text, int at, int length, DateMatch? date)
    {
        var before = text.AsSpan(0, at).Trim(" ,:–-");
        if (!before.IsEmpty)
        {
            return WriterBefore(before);
        }

        var rest = text[(at + length)..];
        foreach (var word in (ReadOnlySpan<string>)["från", "av", "upprättad av"])
        {
            var from = Words.Find(rest, word);
            if (from >= 0)
            {
                return Cut(rest[(from + word.Length)..], date is null ? null
                    : date.Value.Start - at - length - from - word.Length);
            }
        }

        return rest.Split(',').Select(part => part.Trim(' ', '.')).FirstOrDefault(IsWriter) is { } writer
            ? Bodies.Capitalized(writer) : null;
    }

    private static string? WriterBefore(ReadOnlySpan<char> before)
    {
        var name = before[^1] == 's' ? before[..^1].ToString() : before.ToString();
        var genitive = before[^1] == 's' && char.IsUpper(before[0]) && name.Split(' ').Length <= 4;
        return genitive || IsWriter(name) || Bodies.IsBodyWord(Words.Last(name)) ? Bodies.Capitalized(name) : null;
    }

    /// <summary>The name up to a comma or the date.</summary>
    private static string? Cut(string text, int? dateAt)
    {
        var end = dateAt is > 0 and var at && at < text.Length ? at : text.Length;
        var comma = text.AsSpan(0, end).IndexOf(',');
        end = comma > 0 ? comma : end;
        var name = text[..end].Trim(' ', ',', '.', '(', ')');
        foreach (var word in (ReadOnlySpan<string>)[" den", " daterad", " daterat", " av den"])
        {
            name = name.EndsWith(word, StringComparison.Ordinal) ? name[..^word.Length].TrimEnd(' ', ',') : name;
        }

        return name.Length > 0 ? Bodies.Capitalized(name) : null;
    }

    private static bool IsWriter(string name)
    {
        foreach (var word in name.Split(' '))
        {
            if (s_writers.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || Bodies.IsBodyWord(word))
            {
                return true;
            }
        }

        return false;
    }
}
