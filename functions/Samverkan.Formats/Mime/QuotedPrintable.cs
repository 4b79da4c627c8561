using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Quoted-printable of RFC 2045 6.7.</summary>
internal static class QuotedPrintable
{
    private const int Widest = 76;
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Encodes text whose lines end with CRLF; white space before a line's end and "From " are escaped.</summary>
    public static string Encode(ReadOnlySpan<byte> text)
    {
        var output = new StringBuilder(text.Length + (text.Length / 8));
        while (!text.IsEmpty)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(end < 0 ? text : text[..end], output);
            if (end >= 0)
                output.Append("\r\n");
            text = end < 0 ? [] : text[(end + 2)..];
        }

        return output.ToString();
    }

    private static void EncodeLine(ReadOnlySpan<byte> line, StringBuilder output)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var last = i == line.Length - 1;
            var plain = line[i] is >= 0x20 and <= 0x7e and not (byte)'=' or 0x09;
            plain &= !(last && line[i] is 0x20 or 0x09) && !(i == 0 && line.StartsWith("From "u8));
            var width = plain ? 1 : 3;
            if (column + width > (last ? Widest : Widest - 1))
            {
                output.Append("=\r\n");
                column = 0;
            }

            if (plain)
                output.Append((char)line[i]);
            else
                output.Append('=').Append(Digits[line[i] >> 4]).Append(Digits[line[i] & 15]);
            column += width;
        }
    }
}
