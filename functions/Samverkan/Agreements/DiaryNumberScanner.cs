namespace Samverkan.Agreements;

/// <summary>Finds diary numbers in running text. Without a label it takes only what cannot well be anything else: no date,
/// no span of years, no two-digit year without letters, no short number such as "2/2024".</summary>
internal static class DiaryNumberScanner
{
    private static readonly string[] s_labels =
    [
        "diarienummer", "diarienr", "diariebeteckning", "diarie-nr", "diarienr.", "dnr", "d.nr", "ärendenummer", "ärendenr", "ärendebeteckning",
    ];

    /// <summary>The first diary number of a text; <paramref name="alone"/> says that the text claims to be nothing else,
    /// which is as good as a label.</summary>
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
        var parts = DiaryNumberParts.Read(text[start..]);
        if (parts is not { } p || !p.IsPlausible(labelled, alone))
        {
            return null;
        }

        var printed = text.Slice(start, p.Length).ToString();
        var number = new DiaryNumber(printed, p.Year, p.Number, p.Letters.ToUpperInvariant());
        return new DiaryNumberMatch(start, start + p.Length, labelled, number);
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
