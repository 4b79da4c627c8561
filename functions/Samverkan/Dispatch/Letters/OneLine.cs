using System.Globalization;
using System.Text;
using Samverkan.Agreements.Reading;

namespace Samverkan.Dispatch.Letters;

/// <summary>
/// Makes what others wrote fit to stand in a letter: one line, single spaces, nothing that breaks a line or turns the
/// direction of the text, so that a title can neither add a header nor pose as another sentence.
/// </summary>
internal static class OneLine
{
    /// <summary>The text on one line, cut at a number of characters with an ellipsis.</summary>
    internal static string Of(string text, int most = 2000)
    {
        if (text.Length <= most && IsPlain(text)) return text;
        var line = new StringBuilder();
        var space = false;
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (UnsafeText.Is(rune) || Rune.IsWhiteSpace(rune))
            {
                space = line.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format) continue;
            if (line.Length >= most) return line.Append('…').ToString();
            if (space) line.Append(' ');
            space = false;
            line.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return line.ToString();
    }

    // Nearly every text is: printable ASCII, Swedish letters and signs, with single spaces within.
    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : c is not (> ' ' and < '\u007f' or 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or '–' or '”' or '§')) return false;
            before = c;
        }

        return before != ' ';
    }
}
