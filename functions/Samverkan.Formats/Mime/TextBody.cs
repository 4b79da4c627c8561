using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>
/// A text part in the lightest encoding that carries it through any server: 7bit, quoted-printable when three bytes of
/// four are ASCII, as in Swedish prose, else base64. Every line has at most 76 columns and none begins like a boundary of <see cref="Boundary"/>.
/// </summary>
internal sealed record TextBody(string TransferEncoding, string Content)
{
    private const int Widest = 76;

    public static TextBody Encode(string text)
    {
        var lines = WithCrlf(text);
        if (IsSafe(lines))
            return new TextBody("7bit", lines);
        var bytes = Encoding.UTF8.GetBytes(lines);
        var others = bytes.Count(b => b is < 0x20 and not (0x0d or 0x0a or 0x09) or > 0x7e);
        return others * 4 <= bytes.Length
            ? new TextBody("quoted-printable", QuotedPrintable.Encode(bytes))
            : new TextBody("base64", Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
    }

    /// <summary>The text with CRLF for each kind of line end, and one at its end.</summary>
    public static string WithCrlf(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        return lines.EndsWith("\r\n", StringComparison.Ordinal) ? lines : lines + "\r\n";
    }

    private static bool IsSafe(string text) =>
        text.Split("\r\n").All(line =>
            line.Length <= Widest && Syntax.IsPrintableAscii(line) && !line.EndsWith(' ')
            && !line.StartsWith("From ", StringComparison.Ordinal) && !line.StartsWith(Boundary.Delimiter, StringComparison.Ordinal));
}
