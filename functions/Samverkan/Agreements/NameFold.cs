using System.Globalization;
using System.Text;

namespace Samverkan.Agreements;

/// <summary>
/// Makes names comparable: case, white space, kinds of hyphen, invisible characters and Unicode's ways to write the same
/// letter make no difference; every letter does. What minutes do with a name beyond that (the definite form, the
/// genitive) is for whoever reads the minutes.
/// </summary>
public static class NameFold
{
    /// <summary>The folded form of a name, or an empty string where nothing of it is visible. Any input is accepted.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in WellFormed(name).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) AppendSpace(folded);
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value == '\u2212') folded.Append('-');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) folded.Append(Rune.ToLowerInvariant(rune));
        }

        return folded.ToString().TrimEnd();
    }

    // A lone surrogate cannot be normalized; enumerating runes replaces it.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }
}
