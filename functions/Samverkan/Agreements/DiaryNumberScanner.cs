namespace Samverkan.Agreements;

/// <summary>Finds diary numbers in running text. Without a label it takes only what cannot well be anything else: no
/// date, no span of years, no two-digit year without letters, no short number such as "2/2024".</summary>
internal static class DiaryNumberScanner
{
    private static readonly string[] s_labels =
    [
        "diarienummer", "diarienr", "diariebeteckning", "diarie-nr", "diarienr.", "dnr", "d.nr", "ärendenummer",
        "ärendenr", "ärendebeteckning",
    ];

    /// <summary>The first diary number of a text; <paramref name="alone"/> says that the text claims to be nothing
    /// else, which is as good as a label.</summary>
    public static DiaryNumberMatch? Find(ReadOnlySpan<char> text, bool alone = false)
    {
        var lastDigit = text.LastIndexOfAnyInRange('0', '9');
        for (var i = 0; i < lastDigit; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && IsInside(text[i - 1])))
            {
                continue;
            }

            var label = LabelLength(text[i..]);
            if (TryRead(text, i + label, label > 0, alone) is { } match)
            {
                return match with { Start = i };
            }

            i += label;
        }

        return null;
    }

    private static DiaryNumberMatch? TryRead(ReadOnlySpan<char> text, int start, bool labelled, bool alone)
    {
        if (DiaryNumberParts.Read(text[start..]) is { } parts && parts.IsPlausible(labelled, alone))
        {
            return Match(text, start, parts.Length, parts, parts.Letters, labelled);
        }

        return labelled ? TryReadBehindPrefix(text, start) : null;
    }

    /// <summary>A label may lead to more before the number: a plan code ("2.6.1-345/2023"), or an archive's letters and
    /// digits ("N161-0234/23").</summary>
    private static DiaryNumberMatch? TryReadBehindPrefix(ReadOnlySpan<char> text, int start)
    {
        var token = text[start..];
        var end = token.IndexOfAny(" )");
        token = end < 0 ? token : token[..end];
        var dash = token.LastIndexOf('-') + 1;
        return dash > 1 && DiaryNumberParts.Read(token[dash..]) is { } parts
            && parts.IsPlausible(labelled: true, alone: false) && dash + parts.Length == token.Length
            ? Match(text, start, token.Length, parts, char.IsLetter(token[0]) ? token[..(dash - 1)].ToString() : "",
            labelled: true)
            : null;
    }

    private static DiaryNumberMatch Match(ReadOnlySpan<char> text, int start, int length, DiaryNumberParts parts,
        string letters, bool labelled)
    {
        var number = new DiaryNumber(text.Slice(start, length).ToString(), parts.Year, parts.Number,
            letters.ToUpperInvariant());
        return new DiaryNumberMatch(start, start + length, labelled, number);
    }

    private static int LabelLength(ReadOnlySpan<char> text)
    {
        foreach (var label in text[0] is 'd' or 'D' or 'ä' or 'Ä' ? s_labels : [])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && (text.Length == label.Length || !char.IsLetter(text[label.Length])))
            {
                var rest = text[label.Length..];
                return text.Length - rest.TrimStart(" .:").Length;
            }
        }

        return 0;
    }

    private static bool IsInside(char before) => char.IsLetterOrDigit(before) || before is '-' or '.' or '/' or '–';
}
