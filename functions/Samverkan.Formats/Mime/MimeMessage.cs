namespace Samverkan.Formats.Mime;

/// <summary>
/// A mail as its author thinks of it; <see cref="MimeWriter"/> turns it into bytes. Text in headers may be in any
/// letters; line breaks in it become spaces. Nothing is sent as 8-bit, so every server takes the result.
/// </summary>
public sealed record MimeMessage
{
    /// <summary>Who it is from.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Who it is to, as the header says; at least one. Who receives it is the envelope's matter.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public required IReadOnlyList<Mailbox> To
    {
        get;
        init => field = value is { Count: > 0 } ? [.. value] : throw new ArgumentException("A message is to at least one.", nameof(value));
    }

    /// <summary>Where answers go; empty: to <see cref="From"/>.</summary>
    public IReadOnlyList<Mailbox> ReplyTo { get; init => field = [.. value]; } = [];

    /// <summary>What it is about; may be empty.</summary>
    public required string Subject { get; init => field = HeaderText.Clean(value); }

    /// <summary>When it was written, with the offset that is to be shown.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Its id: the same for every try to send the same message.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>The message that it answers; null when it answers none.</summary>
    public MessageId? InReplyTo { get; init; }

    /// <summary>The messages before it in its thread, oldest first.</summary>
    public IReadOnlyList<MessageId> References { get; init => field = [.. value]; } = [];

    /// <summary>Other headers, written in this order after the usual ones.</summary>
    public IReadOnlyList<MimeHeader> ExtraHeaders { get; init => field = [.. value]; } = [];

    /// <summary>The plain text; null when there is none. Line ends of any kind become CRLF, and the last line gets one.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML; null when there is none. With <see cref="Text"/> it makes multipart/alternative.</summary>
    public string? Html { get; init; }

    /// <summary>The files, in order.</summary>
    public IReadOnlyList<MimeAttachment> Attachments { get; init => field = [.. value]; } = [];
}
