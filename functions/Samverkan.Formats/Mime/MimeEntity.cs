namespace Samverkan.Formats.Mime;

/// <summary>A message or a part of one as <see cref="MimeReader"/> found it.</summary>
public sealed class MimeEntity
{
    private readonly Dictionary<string, string> typeParameters;

    internal MimeEntity(IReadOnlyList<MimeHeaderField> headers, ReadOnlyMemory<byte> rawBody)
    {
        Headers = headers;
        RawBody = rawBody;
        (var type, typeParameters) = ParameterReader.Read(Raw("Content-Type") ?? "text/plain");
        ContentType = MimeAttachment.IsContentType(type) || IsComposite(type) ? type.ToLowerInvariant() : "application/octet-stream";
        TransferEncoding = ParameterReader.Read(Raw("Content-Transfer-Encoding") ?? "7bit").Value.ToLowerInvariant();
        var (disposition, dispositionParameters) = ParameterReader.Read(Raw("Content-Disposition") ?? "");
        IsAttachment = disposition.Equals("attachment", StringComparison.OrdinalIgnoreCase);
        FileName = dispositionParameters.GetValueOrDefault("filename") ?? typeParameters.GetValueOrDefault("name");
    }

    /// <summary>The header fields in their order.</summary>
    public IReadOnlyList<MimeHeaderField> Headers { get; }

    /// <summary>The media type in lower case, without parameters; text/plain when none is given.</summary>
    public string ContentType { get; }

    /// <summary>Whether it says of itself that it is an attachment.</summary>
    public bool IsAttachment { get; }

    /// <summary>The file name as the sender wrote it, so possibly a path or worse; null when there is none.</summary>
    public string? FileName { get; }

    /// <summary>The body as it lies in the message, still encoded.</summary>
    public ReadOnlyMemory<byte> RawBody { get; }

    /// <summary>The parts of a multipart, or the message inside a <c>message/rfc822</c>; else empty.</summary>
    public IReadOnlyList<MimeEntity> Parts { get; internal set; } = [];

    /// <summary>The content encoding in lower case.</summary>
    internal string TransferEncoding { get; }

    /// <summary>The text of the first field of a name, any case; null when there is none.</summary>
    public string? Header(string name) => Find(name)?.Text;

    /// <summary>The mailboxes of the first field of a name; those that are no addresses are passed over.</summary>
    public IReadOnlyList<Mailbox> Mailboxes(string name) => MailboxReader.Read(Raw(name) ?? "");

    /// <summary>A parameter of the content type, such as <c>charset</c> or <c>report-type</c>; null when there is none.</summary>
    public string? TypeParameter(string name) => typeParameters.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>The body with its transfer encoding undone.</summary>
    public byte[] Content() => TransferDecoding.Decode(RawBody.Span, TransferEncoding);

    /// <summary>The body as text, by its charset or a guess.</summary>
    public string Text() => CharsetReader.Decode(Content(), TypeParameter("charset"));

    /// <summary>This entity and everything in it, depth first.</summary>
    public IEnumerable<MimeEntity> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    private string? Raw(string name) => Find(name)?.Raw;

    private MimeHeaderField? Find(string name) =>
        Headers.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsComposite(string type) =>
        type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("message/", StringComparison.OrdinalIgnoreCase);
}
