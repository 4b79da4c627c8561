namespace Samverkan.Formats.Mime;

/// <summary>A header field as it was read.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Raw">The value unfolded, with its encoded words as they are.</param>
public sealed record MimeHeaderField(string Name, string Raw)
{
    /// <summary>The value with its encoded words (RFC 2047) read.</summary>
    public string Text => EncodedWordReader.Decode(Raw);
}
