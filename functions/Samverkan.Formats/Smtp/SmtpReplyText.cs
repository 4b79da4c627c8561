using System.Globalization;
using System.Text;

namespace Samverkan.Formats.Smtp;

/// <summary>Makes a server's words fit to store: one line, no control characters, bounded, the enhanced code apart.</summary>
internal static class SmtpReplyText
{
    private const int Longest = 500;

    /// <summary>One line of at most 500 characters, white space and control characters folded into single spaces.</summary>
    public static string Sanitize(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format; // zero width and right-to-left tricks
            if (!blank)
                clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
            if (clean.Length >= Longest - 1)
                break;
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Builds the reply of an answer's lines, which are without code and separator.</summary>
    public static SmtpReply Reply(int code, IReadOnlyList<string> lines)
    {
        var enhanced = EnhancedCode(code, lines[^1]) ?? EnhancedCode(code, lines[0]);
        var texts = lines.Select(line =>
            enhanced is not null && line.StartsWith(enhanced, StringComparison.Ordinal) ? line[enhanced.Length..] : line);
        return new SmtpReply(code, enhanced, Sanitize(string.Join(' ', texts)));
    }

    // class.subject.detail of RFC 3463, where the class is the first digit of the code and the others have 1 to 3 digits.
    private static string? EnhancedCode(int code, string line)
    {
        var word = line.Split(' ', 2)[0];
        return word.Split('.') is [[var kind], { Length: 1 or 2 or 3 } subject, { Length: 1 or 2 or 3 } detail]
            && kind - '0' == code / 100 && kind is '2' or '4' or '5'
            && subject.All(char.IsAsciiDigit) && detail.All(char.IsAsciiDigit)
            ? word
            : null;
    }
}
