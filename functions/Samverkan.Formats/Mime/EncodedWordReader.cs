using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>
/// Reads encoded words (RFC 2047) anywhere in a text. White space between two of them falls away, and neighbours of one
/// charset are joined before they become text, since some senders divide characters.
/// </summary>
internal static class EncodedWordReader
{
    private const int LongestWord = 2000;

    public static string Decode(string text)
    {
        var output = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        string? charset = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || Word.TryRead(text, start) is not { } word)
            {
                var end = start < 0 ? text.Length : start + 2;
                Flush();
                output.Append(text, at, end - at);
                at = end;
                continue;
            }

            var between = text.AsSpan(at, start - at);
            if (charset is null || !between.IsWhiteSpace())
            {
                Flush();
                output.Append(between);
            }
            else if (!charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }

            charset = word.Charset;
            bytes.AddRange(word.Bytes);
            at = word.End;
        }

        Flush();
        return output.ToString();

        void Flush()
        {
            if (charset is not null)
                output.Append(CharsetReader.Decode(bytes.ToArray(), charset));
            bytes.Clear();
            charset = null;
        }
    }

    private sealed record Word(string Charset, byte[] Bytes, int End)
    {
        public static Word? TryRead(string text, int start)
        {
            var rest = text.AsSpan(start, Math.Min(LongestWord, text.Length - start));
            var charsetEnd = rest[2..].IndexOf('?') + 2;
            if (charsetEnd < 3 || charsetEnd + 3 > rest.Length || rest[charsetEnd + 2] != '?')
                return null;
            var payload = rest[(charsetEnd + 3)..];
            var length = payload.IndexOf("?=");
            var encoding = char.ToUpperInvariant(rest[charsetEnd + 1]);
            if (length < 0 || encoding is not ('B' or 'Q') || payload[..length].ContainsAnyExceptInRange('\x20', '\x7e'))
                return null;
            var ascii = Encoding.ASCII.GetBytes(payload[..length].ToString());
            var charset = rest[2..charsetEnd].ToString().Split('*')[0]; // RFC 2231 5 adds a language after a star
            return new Word(
                charset,
                encoding == 'B' ? TransferDecoding.Base64(ascii) : TransferDecoding.QuotedWord(ascii),
                start + charsetEnd + 3 + length + 2);
        }
    }
}
