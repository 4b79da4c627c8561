namespace Samverkan.Formats.Mime;

/// <summary>Undoes transfer encodings (RFC 2045 6). Any bytes decode to something: what is not in the alphabet is passed over.</summary>
internal static class TransferDecoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string encoding) => encoding switch
    {
        "base64" => Base64(body),
        "quoted-printable" => Quoted(body),
        _ => body.ToArray(),
    };

    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var letters = new byte[text.Length + 3];
        var count = 0;
        foreach (var b in text)
        {
            if (b == '=')
                break;
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
                letters[count++] = b;
        }

        // Filled up with A rather than =, since a text cut short may end within a byte, which the decoder refuses.
        var whole = count * 3 / 4;
        while (count % 4 != 0)
            letters[count++] = (byte)'A';
        var decoded = new byte[count / 4 * 3];
        System.Buffers.Text.Base64.DecodeFromUtf8(letters.AsSpan(0, count), decoded, out _, out _);
        return decoded[..whole];
    }

    /// <summary>The Q encoding of encoded words: as quoted-printable, with _ for space.</summary>
    public static byte[] QuotedWord(ReadOnlySpan<byte> text)
    {
        var spaced = text.ToArray();
        spaced.AsSpan().Replace((byte)'_', (byte)' ');
        return Unescape(spaced);
    }

    private static byte[] Quoted(ReadOnlySpan<byte> text)
    {
        var output = new List<byte>(text.Length);
        while (!text.IsEmpty)
        {
            var feed = text.IndexOf((byte)'\n');
            var line = feed < 0 ? text : text[..feed];
            var hasCr = line.EndsWith("\r"u8);
            line = line.TrimEnd(" \t\r"u8); // white space at a line's end was added on the way
            var soft = line.EndsWith("="u8);
            output.AddRange(Unescape(soft ? line[..^1] : line));
            if (feed >= 0 && !soft)
                output.AddRange(hasCr ? "\r\n"u8 : "\n"u8);
            text = feed < 0 ? [] : text[(feed + 1)..];
        }

        return [.. output];
    }

    private static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '=' && i + 2 < text.Length
                && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]);
            output[count++] = escaped ? Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]])[0] : text[i];
            i += escaped ? 2 : 0;
        }

        return output[..count];
    }
}
