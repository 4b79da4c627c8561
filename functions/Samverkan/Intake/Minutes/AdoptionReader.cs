using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads a plan's note of its adoption. A note begins its line or has the plan as its subject; a sentence
/// about another document ("Policyn, antagen av …") is none, nor is one that says that the adoption is to
/// come.</summary>
internal static class AdoptionReader
{
    private static readonly string[] s_notes =
        [
            "antagen", "antaget", "antagna", "antogs", "fastställd", "fastställt", "fastställda", "fastställdes",
            "godkänd", "godkänt", "beslutad", "beslutat",
        ];

    private static readonly string[] s_subjects =
        [
            "planen är", "planen har", "planen", "verksamhetsplanen är", "verksamhetsplanen", "handlingsplanen är",
            "handlingsplanen", "budgeten är", "budgeten", "dokumentet är", "dokumentet", "denna plan är",
            "denna plan", "status:", "plan", "verksamhetsplan", "handlingsplan",
        ];

    public static Reading<PlanAdoption>? Read(IReadOnlyList<TextLine> lines)
    {
        foreach (var statement in Statements.Of(lines, SectionKind.Documents))
        {
            if (NoteLength(statement.Text) is > 0 and var length && Adoption(statement.Text[length..]) is { } adoption)
            {
                return statement.Says(adoption);
            }
        }

        return null;
    }

    private static int NoteLength(string text)
    {
        var start = 0;
        foreach (var subject in s_subjects)
        {
            if (text.StartsWith(subject, StringComparison.OrdinalIgnoreCase) && text.Length > subject.Length
                && text[subject.Length] == ' ')
            {
                start = subject.Length + 1;
                break;
            }
        }

        foreach (var note in s_notes)
        {
            if (Words.IsAt(text, start, note))
            {
                return start + note.Length;
            }
        }

        return 0;
    }

    /// <summary>What follows the word: a body, a date, a §. With none of them it is not a note but a word.</summary>
    private static PlanAdoption? Adoption(string rest)
    {
        var text = rest.TrimStart(' ', ':');
        foreach (var word in (ReadOnlySpan<string>)["av", "i", "den", "datum"])
        {
            text = Words.IsAt(text, 0, word) ? text[word.Length..].TrimStart(' ', ':') : text;
        }

        var body = Bodies.TryReadAtStart(text, out var length) ? Bodies.Name(text.AsSpan(0, length)) : BodyBehind(text);
        var date = SwedishDates.Find(text);
        var begins = length > 0 || date is { Start: 0 };
        return begins && (date is not null || ParagraphIn(text) is not null)
            ? new PlanAdoption(body, date?.Date, ParagraphIn(text)) : null;
    }

    private static string? BodyBehind(string text)
    {
        var at = Words.Find(text, "av") is var by and >= 0 ? by + 3 : Words.Find(text, "i") is var within and >= 0
            ? within + 2 : -1;
        return at > 0 && at < text.Length && Bodies.TryReadAtStart(text.AsSpan(at), out var length)
            ? Bodies.Name(text.AsSpan(at, length)) : null;
    }

    private static string? ParagraphIn(string text)
    {
        var sign = text.IndexOf('§', StringComparison.Ordinal);
        var number = sign < 0 ? "" : new string([.. text[(sign + 1)..].TrimStart(' ').TakeWhile(char.IsAsciiDigit)]);
        return number.Length > 0 ? number : null;
    }
}
