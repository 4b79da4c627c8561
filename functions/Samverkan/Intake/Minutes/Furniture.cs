using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Takes out what belongs to the page and not to the text: page numbers, places to sign, heads repeated on the
/// next page. What it cut in two is one again: the line after a cut starts a paragraph only where it can.</summary>
internal static class Furniture
{
    private static readonly SearchValues<char> s_rules = SearchValues.Create("_-–—.…=* ");

    private static readonly string[] s_signing =
    [
        "justerandes sign", "justerandes signatur", "justerandes signaturer", "justerande sign", "justerarens sign",
        "justerarnas sign", "justerares sign", "justerare sign", "justeringssign",
        "utdragsbestyrkande", "utdragsbestyrkan", "utdragsbestyrkning", "ordförandes sign", "ordförandens sign",
        "sekreterarens sign", "justerarnas signaturer", "signatur justerare", "justerandes initialer",
        "protokolljusterares sign",
    ];

    /// <summary>The lines without furniture, those of page headers first and those of page footers not at all.</summary>
    public static IEnumerable<TextLine> Remove(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines.Where(line => line.Kind == LineKind.Header))
        {
            yield return line;
        }

        var head = new RepeatedHead(lines);
        var cut = false;
        TextLine? last = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Header or LineKind.Footer)
            {
                continue;
            }

            cut |= i > 0 && line.Page != lines[i - 1].Page;
            if (head.LengthAt(i, cut) is > 0 and var repeated)
            {
                i += repeated - 1;
                cut = true;
            }
            else if (Strip(line, isHead: i < head.Length) is { } content)
            {
                var starts = last is not { } before || !Continuation.Joins(before.Text, content.Text);
                last = cut ? content with { StartsParagraph = starts } : content;
                cut = false;
                yield return last.Value;
            }
            else
            {
                cut = true;
            }
        }
    }

    private static TextLine? Strip(TextLine line, bool isHead)
    {
        var text = line.Text;
        if (IsSigning(text) || !text.AsSpan().ContainsAnyExcept(s_rules))
        {
            return null;
        }

        if (!PageMark.TryStrip(text, out var rest))
        {
            return line;
        }

        var repeatsHead = !isHead && !rest.Contains('§', StringComparison.Ordinal);
        return rest.Length == 0 || repeatsHead ? null : line with { Text = rest };
    }

    private static bool IsSigning(string text)
    {
        if (text.Length is > 120 or < 4 || (text[0] | ' ') is not ('j' or 'u' or 'o' or 's' or 'p'))
        {
            return false;
        }

        foreach (var words in s_signing)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return text is "Sign" or "Sign." or "Signatur";
    }
}
