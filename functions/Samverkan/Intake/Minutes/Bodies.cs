namespace Samverkan.Intake.Minutes;

/// <summary>Knows the names of boards and committees by how they end, and what the usual letters stand for.</summary>
internal static class Bodies
{
    private static readonly string[] s_endings =
    [
        "styrelsen", "styrelse", "nämnden", "nämnd", "nämnder", "nämnderna", "utskottet", "utskott", "fullmäktige",
        "beredningen", "beredning", "direktionen", "direktion", "rådet", "råd",
        "kommittén", "kommitté", "delegationen", "delegation", "presidiet", "presidium", "ägarsamrådet", "ägarsamråd",
        "styrgruppen", "styrgrupp", "politiska samrådsorganet", "samrådsorgan",
    ];

    private static readonly string[] s_letters =
    [
        "KS", "KF", "KSAU", "KSau", "Ksau", "AU", "Au", "Ks", "Kf", "SN", "BUN", "KSN", "SNAU", "KFN", "VON", "RS",
        "HSN",
    ];

    private static readonly HashSet<int> s_lastLetters = [.. s_endings.Select(ending => LastLetters(ending))];

    /// <summary>Whether a word is, or ends as, the name of a body; its genitive counts.</summary>
    public static bool IsBodyWord(ReadOnlySpan<char> word) =>
        EndsAsBody(word) || (word.Length > 3 && word[^1] is 's' or 'S' && EndsAsBody(word[..^1]));

    private static bool EndsAsBody(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !s_lastLetters.Contains(LastLetters(word)))
        {
            return false;
        }

        foreach (var ending in s_endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last three letters as one number, capitals as small letters; enough to pass by most words at
    /// once.</summary>
    private static int LastLetters(ReadOnlySpan<char> word) =>
        ((word[^3] | 0x20) << 20) ^ ((word[^2] | 0x20) << 10) ^ (word[^1] | 0x20);

    /// <summary>Whether a word is the letters by which minutes call a body.</summary>
    public static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var letters in s_letters)
        {
            if (word.SequenceEqual(letters))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What letters stand for where every municipality means the same by them; else null.</summary>
    public static string? Expand(string letters) => letters.ToUpperInvariant() switch
    {
        "KS" => "Kommunstyrelsen",
        "KF" => "Kommunfullmäktige",
        "KSAU" => "Kommunstyrelsens arbetsutskott",
        _ => null,
    };

    /// <summary>The name that begins a text, up to <paramref name="length"/>; false where none does.</summary>
    public static bool TryReadAtStart(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var at = 0;
        for (var words = 0; words < 8 && at < text.Length; words++)
        {
            var word = Words.At(text, at);
            if (word.IsEmpty)
            {
                break;
            }

            if (IsBodyWord(word) || (words == 0 && IsLetters(word)))
            {
                length = at + word.Length;
                length += PlaceBehind(text[length..]);
            }
            else if (length > 0 || !MayPrecede(word))
            {
                break;
            }

            at += word.Length;
            at += at < text.Length && text[at] == ' ' ? 1 : 0;
            if (at > 0 && text[at - 1] != ' ')
            {
                break;
            }
        }

        return length > 0;
    }

    /// <summary>The basic form of a printed name: no genitive at its end, a capital first, no shouting.</summary>
    public static string Name(ReadOnlySpan<char> printed)
    {
        var name = printed.Trim(" ,.:;").ToString();
        if (IsLetters(name))
        {
            return name;
        }

        var genitive = name.Length > 1 && name[^1] is 's' or 'S'
            && IsBodyWord(name.AsSpan()[..^1][(name.LastIndexOf(' ') + 1)..]);
        name = genitive ? name[..^1] : name;
        return Capitalized(name == name.ToUpperInvariant() ? name.ToLowerInvariant() : name);
    }

    public static string Capitalized(string name) =>
        name.Length > 0 && char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    private static bool MayPrecede(ReadOnlySpan<char> word) =>
        char.IsUpper(word[0]) || word[^1] is '-' or 's' || word is "och" or "gemensamma" or "norra" or "södra"
            or "västra" or "östra";

    /// <summary>A place that belongs to the name: "Hälso- och sjukvårdsnämnden i Göteborg".</summary>
    private static int PlaceBehind(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith(" i ", StringComparison.Ordinal) || rest.Length < 4 || !char.IsUpper(rest[3]))
        {
            return 0;
        }

        return 3 + Words.At(rest, 3).Length;
    }
}
