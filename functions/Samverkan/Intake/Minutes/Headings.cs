using System.Buffers;
using System.Collections.Frozen;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Recognises headings: those of <see cref="HeadingWords"/>, and those that name a body ("Kommunstyrelsens
/// beslut", "Socialnämnden beslutar").</summary>
internal static class Headings
{
    private const int Longest = 100;

    private static readonly FrozenDictionary<string, SectionKind>.AlternateLookup<ReadOnlySpan<char>> s_byWords =
        HeadingWords.ByWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Without one of these no line names a body and what it does; most lines are passed by at this.</summary>
    private static readonly SearchValues<string> s_verbs = SearchValues.Create(
        ["eslut", "rslag", "resl", "mst", "llstyrk", "redning", "handling"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The heading that a line is or begins with; null where it is running text, which the line behind it may
    /// show.</summary>
    public static HeadingMatch? Match(TextLine at, TextLine? next)
    {
        var line = at.Text;
        var text = line.AsSpan().TrimEnd(": ");
        if (text.IsEmpty || !char.IsLetter(text[0]))
        {
            return null;
        }

        if (text.Length <= Longest && Whole(text, maySmall: at.StartsParagraph || text.Length < line.Length) is { } whole)
        {
            return whole.Body is null || text.Length < line.Length || !GoesOn(next) ? whole : null;
        }

        var colon = line.AsSpan(0, Math.Min(line.Length, Longest)).IndexOf(':');
        if (colon > 0 && Whole(line.AsSpan(0, colon).TrimEnd(), at.StartsParagraph) is { } beforeColon
            && !(beforeColon.Kind == SectionKind.Recipients && IsReference(line)))
        {
            return beforeColon with { Rest = line[(colon + 1)..].Trim() };
        }

        return RecipientsSentence(line);
    }

    /// <summary>"Kommunstyrelsen beslutar" opens clauses or sentences; where the next line goes on with the sentence it
    /// is none.</summary>
    private static bool GoesOn(TextLine? next) =>
        next is { StartsParagraph: false } line && Continuation.StartsWithin(line.Text)
        && ListItem.MarkerLength(line.Text) == 0 && !line.Text.StartsWith("att ", StringComparison.Ordinal);

    /// <summary>"Protokollsutdrag: arbetsutskottet 2023-11-08 § 141" names a paper, not those who are to have one.</summary>
    private static bool IsReference(string line) => line.Contains('§', StringComparison.Ordinal)
        || SwedishDates.Find(line) is not null;

    /// <summary>The heading that a text is. Words in small letters are one only where a paragraph or a colon says so: a
    /// wrapped sentence may leave "underlag" alone on its line.</summary>
    private static HeadingMatch? Whole(ReadOnlySpan<char> text, bool maySmall)
    {
        if (s_byWords.TryGetValue(text, out var kind) && (maySmall || !char.IsLower(text[0])))
        {
            return new HeadingMatch(kind, Body: null, "");
        }

        return NamingBody(text);
    }

    private static HeadingMatch? NamingBody(ReadOnlySpan<char> text)
    {
        if (!char.IsUpper(text[0]) || text[^1] is '.' or ',' || text.IndexOfAny(s_verbs) < 0
            || text.IndexOfAnyInRange('0', '9') >= 0)
        {
            return null;
        }

        if (Words.Find(text, "förslag till beslut") >= 0 || Words.Find(text, "beslutsförslag") >= 0)
        {
            return new HeadingMatch(SectionKind.Proposal, Body: null, "");
        }

        if (Words.IsAt(text, 0, "beslut i") && Bodies.TryReadAtStart(text["beslut i ".Length..], out var inLength)
            && inLength == text.Length - "beslut i ".Length)
        {
            return new HeadingMatch(SectionKind.Decision, Bodies.Name(text["beslut i ".Length..]), "");
        }

        if (!Bodies.TryReadAtStart(text, out var length))
        {
            return null;
        }

        var verb = text[length..].Trim();
        return KindOf(verb) is { } kind ? new HeadingMatch(kind, Bodies.Name(text[..length]), "") : null;
    }

    private static SectionKind? KindOf(ReadOnlySpan<char> behindBody) => behindBody.ToString().ToUpperInvariant() switch
    {
        "BESLUT" or "BESLUTAR" or "BESLUTAR ATT" or "BESLUTAR FÖLJANDE" or "BESLUTAR FÖR EGEN DEL" or "BESLUTAR FÖR EGEN DEL ATT"
            or "BESLUTAR FÖR SIN DEL" or "BESLUTAR FÖR SIN DEL ATT" or "BESLUTAR ENHÄLLIGT" or "BESLUTAR ENHÄLLIGT ATT"
            or "BESLUTAR DÄRMED" or "BESLUTAR SÅLEDES" => SectionKind.Decision,
        "FÖRSLAG" or "FÖRSLAG TILL KOMMUNFULLMÄKTIGE" or "FÖRSLAG TILL KOMMUNSTYRELSEN" => SectionKind.Proposal,
        _ when StartsWithProposal(behindBody) => SectionKind.Proposal,
        "BEREDNING" or "BEHANDLING" or "BEHANDLING AV ÄRENDET" => SectionKind.Preparation,
        _ => null,
    };

    /// <summary>"Kommunstyrelsen föreslår kommunfullmäktige", with or without "att" or "besluta": no sentence yet, a
    /// heading.</summary>
    private static bool StartsWithProposal(ReadOnlySpan<char> text)
    {
        foreach (var verb in (ReadOnlySpan<string>)["föreslår", "föreslog", "hemställer", "tillstyrker"])
        {
            if (Words.IsAt(text, 0, verb))
            {
                var rest = text[verb.Length..].Trim();
                rest = Bodies.TryReadAtStart(rest, out var length) ? rest[length..].Trim() : rest;
                return rest.IsEmpty || rest is "att" or "besluta" or "besluta att" or "att besluta" or "att besluta att"
                    or "följande";
            }
        }

        return false;
    }

    private static HeadingMatch? RecipientsSentence(string line)
    {
        if (!char.IsUpper(line[0]))
        {
            return null;
        }

        foreach (var words in HeadingWords.OpeningSentences)
        {
            if (line.Length > words.Length && line[words.Length] == ' '
                && line.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                return new HeadingMatch(SectionKind.Recipients, Body: null, line[(words.Length + 1)..]);
            }
        }

        return null;
    }
}
