namespace Samverkan.Formats.Mime;

/// <summary>
/// Takes messages apart as they come from the world: any bytes are some message, and nothing throws. What exceeds the
/// limits stays in the body around it. Memory and time are proportional to the input, so bound that.
/// </summary>
public static class MimeReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="message">The bytes; lines may end with CRLF or LF.</param>
    /// <param name="limits">How much is taken apart; null: the defaults.</param>
    public static MimeEntity Read(ReadOnlyMemory<byte> message, MimeReaderLimits? limits = null) =>
        new MimeParser(limits ?? new MimeReaderLimits()).Entity(message, 0);

    /// <summary>
    /// Reads bytes that are nothing but blocks of header fields with blank lines between, such as
    /// <c>message/delivery-status</c> (RFC 3464 2.1). Empty blocks are passed over.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<MimeHeaderField>> ReadBlocks(
        ReadOnlyMemory<byte> text, MimeReaderLimits? limits = null)
    {
        var bounds = limits ?? new MimeReaderLimits();
        var blocks = new List<IReadOnlyList<MimeHeaderField>>();
        while (!text.IsEmpty && blocks.Count < bounds.Parts)
        {
            var (fields, length) = HeaderReader.Read(text.Span, bounds.HeaderBytes);
            if (fields.Count > 0)
                blocks.Add(fields);
            if (length == 0)
                break; // a line longer than the limit
            text = text[length..];
        }

        return blocks;
    }
}
