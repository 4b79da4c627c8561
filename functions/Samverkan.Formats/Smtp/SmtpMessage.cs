using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Smtp;

/// <summary>An envelope and what is in it.</summary>
public sealed record SmtpMessage
{
    /// <summary>Where bounces go; null is the empty return path of a message that must not bounce.</summary>
    public required EmailAddress? ReturnPath { get; init; }

    /// <summary>Who receives it; at least one, each once.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public required IReadOnlyList<EmailAddress> Recipients
    {
        get;
        init => field = value is { Count: > 0 }
            ? [.. value.Distinct()]
            : throw new ArgumentException("A message has at least one recipient.", nameof(value));
    }

    /// <summary>The content's exact size in bytes, without dots stuffed and without the final dot.</summary>
    public required long Size { get; init; }

    /// <summary>
    /// Writes the content: ASCII, lines of at most 998 characters ended by CRLF, exactly <see cref="Size"/> bytes.
    /// Called once a try. What it throws leaves <see cref="SmtpConnection.SendAsync"/> with the connection closed.
    /// </summary>
    public required Func<Stream, CancellationToken, Task> WriteAsync { get; init; }

    /// <summary>Puts a mail into an envelope.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="returnPath">Where bounces go; null: the mail's From.</param>
    /// <param name="recipients">Who receives it; null: everybody in the mail's To.</param>
    public static SmtpMessage Of(
        MimeMessage mail, EmailAddress? returnPath = null, IReadOnlyList<EmailAddress>? recipients = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return new SmtpMessage
        {
            ReturnPath = returnPath ?? mail.From.Address,
            Recipients = recipients ?? [.. mail.To.Select(mailbox => mailbox.Address)],
            Size = MimeWriter.EncodedLength(mail),
            WriteAsync = (output, cancellationToken) => MimeWriter.WriteAsync(mail, output, cancellationToken),
        };
    }

    /// <summary>Puts a mail that is already encoded, such as a stored <c>.eml</c>, into an envelope.</summary>
    public static SmtpMessage Of(ReadOnlyMemory<byte> encoded, EmailAddress? returnPath, IReadOnlyList<EmailAddress> recipients) =>
        new()
        {
            ReturnPath = returnPath,
            Recipients = recipients,
            Size = encoded.Length,
            WriteAsync = (output, cancellationToken) => output.WriteAsync(encoded, cancellationToken).AsTask(),
        };
}
