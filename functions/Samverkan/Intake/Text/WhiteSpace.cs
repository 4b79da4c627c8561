using System.Buffers;
using System.Text;

namespace Samverkan.Intake.Text;

/// <summary>One space where a text has any white space; no invisible characters; composed letters; plain hyphens.</summary>
internal static class WhiteSpace
{
    private static readonly SearchValues<char> s_needsWork = SearchValues.Create(
        "\t\r\n\v\f\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"
        + "\u00AD\u2010\u2011\u200B\u200C\u200D\u2060\uFEFF\u0300\u0301\u0302\u0303\u0308\u030A\0");

    /// <summary>The folded text; a soft hyphen at its end stays, as a hyphen, because it marks a divided word.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (IsPlain(text) && text.IndexOf("  ") < 0)
        {
            return text.Trim(' ').ToString();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                AppendSpace(folded);
            }
            else if (!IsInvisible(c))
            {
                folded.Append(c is '\u2010' or '\u2011' ? '-' : c);
            }
        }

        return Compose(EndHyphen(folded));
    }

    /// <summary>Whether nothing in a text needs folding; what is all in Latin-1 is told by two quick looks.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange(' ', '\u00FF')
        ? !text.ContainsAny(s_needsWork)
        : !text.ContainsAny('\u0085', '\u00A0', '\u00AD');

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0';

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static string EndHyphen(StringBuilder folded)
    {
        while (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        var divided = folded.Length > 1 && folded[^1] == '\u00AD';
        folded.Replace("\u00AD", "");
        return divided ? folded.Append('-').ToString() : folded.ToString();
    }

    private static string Compose(string text)
    {
        var lone = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
        return lone || text.IsNormalized() ? text : text.Normalize();
    }
}
