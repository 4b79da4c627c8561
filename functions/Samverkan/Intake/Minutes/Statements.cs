using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Makes statements of lines. Running text is joined and cut into sentences; a list is cut where its items
/// begin.</summary>
internal static class Statements
{
    private static readonly HashSet<string> s_abbreviations = new(
        [
            "t.o.m", "bl.a", "t.ex", "m.m", "m.fl", "d.v.s", "dvs", "s.k", "f.d", "fr.o.m", "nr", "dnr", "kap", "kl",
            "ca", "resp", "avd", "tel", "st", "sid", "p.g.a", "o.s.v", "jan", "feb", "mar", "apr", "aug", "sep",
            "sept", "okt", "nov", "dec", "t.f", "tf", "d",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Longer running text is taken in pieces, so that a document of one paragraph needs no memory of its
    /// size.</summary>
    private const int LongestPassage = Passage.Longest;

    public static IEnumerable<Statement> Of(Section section) => Of(section.Lines, section.Kind);

    public static IEnumerable<Statement> Of(IReadOnlyList<TextLine> lines, SectionKind kind)
    {
        var start = 0;
        while (start < lines.Count)
        {
            var end = start + 1;
            while (end < lines.Count && !lines[end].StartsParagraph)
            {
                end++;
            }

            var prose = kind != SectionKind.Documents && IsProse(lines, start, end);
            foreach (var passage in Passages(lines, start, end, prose))
            {
                foreach (var statement in Sentences(passage, prose, kind))
                {
                    yield return statement;
                }
            }

            start = end;
        }
    }

    private static IEnumerable<Passage> Passages(IReadOnlyList<TextLine> lines, int start, int end, bool prose)
    {
        var passage = new Passage();
        for (var i = start; i < end; i++)
        {
            var ends = passage.Length > LongestPassage
                || (!prose && !passage.IsEmpty && !Continuation.Joins(passage.LastLine, lines[i].Text));
            if (ends)
            {
                yield return passage;
                passage = new Passage();
            }

            passage.Add(lines[i], prose ? lines[i].Text : ListItem.Strip(lines[i].Text));
        }

        yield return passage;
    }

    private static IEnumerable<Statement> Sentences(Passage passage, bool prose, SectionKind kind)
    {
        var text = passage.ToString();
        var start = 0;
        while (start < text.Length)
        {
            var end = SentenceEnd(text, start);
            var line = passage.LineAt(start);
            yield return new Statement(text[start..end], line.Page, line.Line, prose, kind);
            start = end + 1;
        }
    }

    private static bool IsProse(IReadOnlyList<TextLine> lines, int start, int end)
    {
        if (lines[end - 1].Text[^1] is '.' or ':')
        {
            return true;
        }

        for (var i = start; i < end; i++)
        {
            if (SentenceEnd(lines[i].Text, 0) < lines[i].Text.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the sentence that begins at a place ends: behind its full stop, at the end of the text at the
    /// latest.</summary>
    public static int SentenceEnd(string text, int start)
    {
        for (var i = start; i < text.Length - 2; i++)
        {
            if (text[i] is '.' or '?' or '!' && text[i + 1] == ' ' && char.IsUpper(text[i + 2])
                && !IsAbbreviation(text, start, i))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static bool IsAbbreviation(string text, int start, int stop)
    {
        var word = text.AsSpan(start, stop - start);
        word = word[(word.LastIndexOf(' ') + 1)..].TrimStart("(\"”");
        return s_abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
