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
        var line = new StringBuilder();
        var space = false;
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
            line.Append(rune);
        }

        return line.ToString();
    }
}
