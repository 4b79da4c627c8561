namespace Samverkan.Formats.Mime;

/// <summary>A file that goes with a message. Its bytes are read when the message is written, and never held whole.</summary>
public sealed record MimeAttachment
{
    /// <summary>Describes a file.</summary>
    /// <param name="fileName">
    /// Its name in any letters (RFC 2231 with an ASCII fallback); control characters become a space.
    /// </param>
    /// <param name="contentType">
    /// <c>type/subtype</c> without parameters. Not <c>message/*</c> or <c>multipart/*</c>, which may not be base64
    /// (RFC 2046 5.2.1): send a message as <c>application/octet-stream</c>.
    /// </param>
    /// <param name="length">How many bytes the stream will yield; known beforehand so that SIZE can be.</param>
    /// <param name="open">Opens the bytes; called once each time the message is written, and the stream is disposed.</param>
    /// <exception cref="ArgumentException">A blank name, another content type, a negative length.</exception>
    public MimeAttachment(
        string fileName, string contentType, long length, Func<CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (!IsContentType(contentType))
            throw new ArgumentException("A content type is type/subtype, not message/ or multipart/.", nameof(contentType));
        (FileName, ContentType, Length, Open) = (HeaderText.Clean(fileName), contentType, length, open);
    }

    /// <summary>The name that the receiver sees.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>The size in bytes before encoding.</summary>
    public long Length { get; }

    /// <summary>Opens the bytes.</summary>
    public Func<CancellationToken, ValueTask<Stream>> Open { get; }

    /// <summary>Describes bytes that are already in memory; for small files and tests.</summary>
    public static MimeAttachment FromBytes(string fileName, string contentType, ReadOnlyMemory<byte> bytes)
    {
        var content = bytes.ToArray();
        return new MimeAttachment(
            fileName, contentType, content.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)));
    }

    /// <summary>Whether a text is a media type that an attachment may have.</summary>
    public static bool IsContentType(string? text)
    {
        var parts = text?.Split('/');
        return parts is [var type, var subtype] && text!.Length <= 100 && Syntax.IsToken(type) && Syntax.IsToken(subtype)
            && !type.Equals("message", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("multipart", StringComparison.OrdinalIgnoreCase);
    }
}
