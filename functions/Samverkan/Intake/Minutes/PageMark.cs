using System.Buffers;

namespace Samverkan.Intake.Minutes;

/// <summary>The page number that minutes print on every page: "Sida 14 (31)", "Sid 3 av 9", "14(31)".</summary>
internal static class PageMark
{
    private static readonly SearchValues<string> s_signs = SearchValues.Create(["sid", "page"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_words = ["sida", "sidan", "sid", "sidnr", "page"];

    /// <summary>Takes the mark out of a line; false where there is none.</summary>
    public static bool TryStrip(string line, out string rest)
    {
        rest = line;
        if (!line.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (var word in line.AsSpan().IndexOfAny(s_signs) >= 0 ? s_words : [])
        {
            var at = Words.Find(line, word);
            if (at >= 0 && CountLength(line.AsSpan(at + word.Length).TrimStart(" .:")) is > 0 and var length)
            {
                var end = line.Length - line.AsSpan(at + word.Length).TrimStart(" .:").Length + length;
                rest = string.Concat(line.AsSpan(0, at).TrimEnd(), line.AsSpan(end)).Trim();
                return true;
            }
        }

        return TryStripAtEnd(line, out rest);
    }

    private static bool TryStripAtEnd(string line, out string rest)
    {
        rest = line;
        for (var at = 0; line[^1] == ')' && at < line.Length; at++)
        {
            var starts = char.IsAsciiDigit(line[at]) && (at == 0 || line[at - 1] == ' ');
            if (starts && line.AsSpan(at).Contains('(') && CountLength(line.AsSpan(at)) == line.Length - at)
            {
                rest = line[..at].Trim();
                return rest.Length == 0
                    || Words.HasAny(rest, "protokoll", "sammanträdesprotokoll", "protokollsutdrag", "sammanträde");
            }
        }

        var bare = line.AsSpan().Trim("-– ");
        rest = "";
        return bare.Length is > 0 and <= 3 && !bare.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The length of "14", "14 (31)", "14 av 31" or "14/31" at the start of a text; 0 where it starts
    /// otherwise.</summary>
    private static int CountLength(ReadOnlySpan<char> text)
    {
        var at = Digits(text, 0);
        if (at == 0)
        {
            return 0;
        }

        var next = text[at..].TrimStart(' ');
        var gap = text.Length - at - next.Length;
        if (next.StartsWith("(") && Digits(next, 1) is > 0 and var inside && next.Length > 1 + inside
            && next[1 + inside] == ')')
        {
            return at + gap + inside + 2;
        }

        var joint = next.StartsWith("av ", StringComparison.Ordinal) ? 3 : next.StartsWith("/") ? 1 : 0;
        var total = joint > 0 ? Digits(next, joint) : 0;
        return total > 0 ? at + gap + joint + total : at;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (at < text.Length && at - from < 4 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }
}
