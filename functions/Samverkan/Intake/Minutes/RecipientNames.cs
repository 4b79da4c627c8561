using System.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Cuts an entry into names and takes off what is no name. In doubt it leaves a name whole: a name too long
/// reaches nobody and is shown, half a name might reach somebody else.</summary>
internal static class RecipientNames
{
    /// <summary>What is longer without a comma or a semicolon is nobody's name, and no sentence that lists some.</summary>
    private const int Longest = 1_000;

    private const int LongestPerson = 100;

    private static readonly string[] s_labels =
    [
        "för kännedom till", "för kännedom", "för verkställighet till", "för verkställighet", "för åtgärd till",
        "för åtgärd", "för handläggning till", "för handläggning", "för vidare hantering", "för information till",
        "för information",
        "kopia för kännedom till", "kopia för kännedom", "kopia till", "kopia", "kopior till", "till", "f.k.", "fk",
        "kännedom", "åtgärd", "verkställighet", "internt", "externt",
    ];

    private static readonly string[] s_complete =
        [
            "kontoret", "förvaltningen", "förvaltningarna", "avdelningen", "enheten", "kansliet", "chef", "chefen",
            "direktör", "direktören", "strateg", "strategen", "sekreterare", "samordnare", "samordnaren", "nämnder",
            "nämnderna", "styrelser", "bolagen", "regionen", "folkhälsa", "revisorer", "revisorerna", "akten",
            "diariet", "arkivet",
        ];

    /// <summary>A part that begins so belongs to the name before it: "Västra Götalandsregionen, avdelning
    /// folkhälsa".</summary>
    private static readonly string[] s_qualifiers =
    [
        "avdelning", "avdelningen", "avd", "enhet", "enheten", "sektion", "sektionen", "att", "c/o", "kansliet",
        "via", "genom",
    ];

    /// <summary>The names in an entry; <paramref name="listed"/> where it is one of several, so that a comma may be
    /// part of it.</summary>
    public static IEnumerable<string> Split(string entry, bool listed)
    {
        IEnumerable<string> parts = entry.Contains(';', StringComparison.Ordinal)
            ? entry.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : AtCommas(entry, listed);
        return parts.SelectMany(part => part.Length <= Longest ? AtConjunctions(part) : [part]).Select(Bare).Where(name => name.Any(char.IsLetterOrDigit));
    }

    /// <summary>Whether a line is a label such as "För kännedom:" and nothing more.</summary>
    public static bool IsLabel(string line)
    {
        var bare = line.AsSpan().Trim(" :()").ToString();
        return bare.Length > 0 && s_labels.Contains(bare, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a line ends as a name does.</summary>
    public static bool IsComplete(string line)
    {
        var last = Words.Last(line.AsSpan().TrimEnd(" .;)")).ToString();
        return Bodies.IsBodyWord(last) || (last.Length > 1 && last == last.ToUpperInvariant())
            || s_complete.Any(ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a name is that of a file or an archive and of nobody.</summary>
    public static bool IsFile(string name) =>
        Words.At(name, 0).ToString().ToUpperInvariant() is "AKT" or "AKTEN" or "DIARIET" or "DIARIUM" or "ARKIV"
            or "ARKIVET" or "PÄRM" or "PÄRMEN";

    private static IEnumerable<string> AtCommas(string entry, bool listed)
    {
        var name = new StringBuilder();
        foreach (var part in entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Length > 0 && !BelongsToPrevious(name, part, listed))
            {
                yield return name.ToString();
                name.Clear();
            }

            name.Append(name.Length > 0 ? ", " : "").Append(part);
        }

        if (name.Length > 0)
        {
            yield return name.ToString();
        }
    }

    private static bool BelongsToPrevious(StringBuilder previous, string part, bool listed)
    {
        var first = Words.At(part, 0).ToString();
        return previous[^1] == '-' || s_qualifiers.Contains(first, StringComparer.OrdinalIgnoreCase)
            || first.EndsWith("avdelning", StringComparison.Ordinal)
            || (listed && char.IsLower(part[0]) && first is not ("samt" or "och") && !IsFile(part) && !StartsWithLabel(part)
                && (!IsComplete(part) || (previous.Length <= LongestPerson && IsPerson(previous.ToString()))));
    }

    /// <summary>Two words with capitals that end as no board or office does: what follows the comma is the person's
    /// role.</summary>
    private static bool IsPerson(string name) =>
        !IsComplete(name) && name.Split(' ') is { Length: 2 } words && words.All(word => char.IsUpper(word[0]))
            && words[0] is not ("Region" or "Kommunförbundet");

    /// <summary>Cuts at "och" and "samt" where names stand on both sides: "GR och Socialnämnden", never "hälso- och
    /// sjukvårdsnämnden".</summary>
    private static IEnumerable<string> AtConjunctions(string part)
    {
        var start = 0;
        for (var at = Conjunction(part, 0, out var length); at >= 0; at = Conjunction(part, at + 1, out length))
        {
            var left = part[start..at].TrimEnd(' ', ',');
            var right = part[(at + length)..].TrimStart();
            if (left.Length == 0)
            {
                start = at + length;
            }
            else if (right.Length > 0 && AreNames(left, right))
            {
                yield return left;
                start = at + length;
            }
        }

        yield return part[start..];
    }

    private static int Conjunction(string part, int from, out int length)
    {
        var och = Words.Find(part, "och", from);
        var samt = Words.Find(part, "samt", from);
        var at = och < 0 || (samt >= 0 && samt < och) ? samt : och;
        length = at == samt ? 4 : 3;
        return at;
    }

    private static bool AreNames(string left, string right)
    {
        if (left[^1] == '-' || Words.Last(left) is "och" or "samt")
        {
            return false;
        }

        var named = char.IsUpper(right[0]) || IsFile(right)
            || (IsComplete(left) && (IsComplete(right) || right.Contains("- och ", StringComparison.Ordinal)));
        return named && !(Words.HasAny(left, "för") && !IsComplete(left));
    }

    private static string Bare(string name)
    {
        var rest = ListItem.Strip(name.Trim(' ', ',', ';', ':')).AsSpan();
        while (LabelLength(rest) is > 0 and var length)
        {
            rest = rest[length..].TrimStart(" :,");
        }

        var bare = rest.ToString();

        foreach (var label in s_labels)
        {
            var suffix = $"({label})";
            bare = bare.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? bare[..^suffix.Length].TrimEnd() : bare;
        }

        return IsLabel(bare) ? "" : bare.TrimEnd(' ', ',', ';').TrimEnd('.');
    }

    private static bool StartsWithLabel(string part) => IsLabel(part) || LabelLength(part) > 0;

    private static int LabelLength(ReadOnlySpan<char> name)
    {
        foreach (var label in s_labels)
        {
            var ends = label.EndsWith(" till", StringComparison.Ordinal) || label == "till" ? ' ' : ':';
            if (name.Length > label.Length && name.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && (name[label.Length] == ends || name[label.Length] == ':'))
            {
                return label.Length + 1;
            }
        }

        return 0;
    }
}
