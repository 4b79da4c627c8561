namespace Samverkan.Intake.Minutes;

/// <summary>Small steps over the words of a line.</summary>
internal static class Words
{
    /// <summary>The word that begins at a position: letters and digits with hyphens and colons inside ("GR:s",
    /// "hälso-").</summary>
    public static ReadOnlySpan<char> At(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length
            && (char.IsLetterOrDigit(text[end])
            || (end > start && text[end] is '-' or ':' && !(text[end] == ':' && EndsAt(text, end + 1)))))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>Whether a phrase stands at a position with no letter right before or behind it, in any case.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> phrase) =>
        text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
        && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && EndsAt(text, start + phrase.Length);

    /// <summary>The first place where a phrase stands by itself, in any case; -1 where it does not.</summary>
    public static int Find(ReadOnlySpan<char> text, ReadOnlySpan<char> phrase, int from = 0)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return -1;
            }

            if (IsAt(text, from + at, phrase))
            {
                return from + at;
            }

            from += at + 1;
        }

        return -1;
    }

    /// <summary>Whether any of the phrases stands by itself in the text.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(text, phrase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last word of a text; empty where it ends with something else.</summary>
    public static ReadOnlySpan<char> Last(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return text[start..];
    }

    private static bool EndsAt(ReadOnlySpan<char> text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
