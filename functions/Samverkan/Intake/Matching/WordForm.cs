using System.Globalization;
using System.Text;
using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>
/// Cuts titles and file names into words, and words down to what their inflections share. Rings and dots are left out,
/// because file names often lack them: "folkhälsan", "FOLKHALSO" and "folkhälsa" are one.
/// </summary>
internal static class WordForm
{
    private const int ShortestStem = 4;

    private static readonly string[] Inflections =
        ["arna", "erna", "orna", "ena", "na", "en", "et", "an", "ar", "er", "or", "a", "e", "o", "n", "t", "s"];

    private static readonly HashSet<string> CompoundEndings = new(StringComparer.Ordinal)
    {
        "", "s", "e", "n", "t", "en", "et", "er", "ar", "or", "na", "ens", "ets", "erna", "arna", "orna", "met",
    };

    /// <summary>The words in their order: lower case, a–z and digits for what a Swedish keyboard has.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in NameFold.Fold(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(rune);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>What the inflections of a word share; never shorter than four letters unless the word is.</summary>
    internal static string Stem(string word)
    {
        var stem = word.AsSpan();
        while (InflectionLength(stem) is > 0 and var length) stem = stem[..^length];
        return stem.Length == word.Length ? word : stem.ToString();
    }

    private static int InflectionLength(ReadOnlySpan<char> word)
    {
        foreach (var ending in Inflections)
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) return ending.Length;
        return 0;
    }

    /// <summary>What stands before the last member of a compound, in any of the member's forms; null where the word is no such compound.</summary>
    internal static string? Before(string word, string member)
    {
        var at = word.LastIndexOf(member, StringComparison.Ordinal);
        return at >= 0 && CompoundEndings.Contains(word[(at + member.Length)..]) ? word[..at] : null;
    }
}
