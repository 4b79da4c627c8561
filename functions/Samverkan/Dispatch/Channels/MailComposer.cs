using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Channels;

/// <summary>Makes the message of a parcel. Pure: the same parcel makes the same message.</summary>
internal static class MailComposer
{
    /// <summary>The message with its documents attached.</summary>
    internal static MimeMessage Compose(Parcel parcel, EmailAddress to, MailOptions options) =>
        Compose(parcel, parcel.Letter, parcel.Documents, to, options);

    /// <summary>The message with links to its documents; null where there are none.</summary>
    internal static MimeMessage? ComposeLinked(Parcel parcel, EmailAddress to, MailOptions options) =>
        parcel.LinkedLetter is { } letter ? Compose(parcel, letter, [], to, options) : null;

    private static MimeMessage Compose(
        Parcel parcel, Letter letter, IReadOnlyList<SentDocument> documents, EmailAddress to, MailOptions options)
    {
        var from = EmailAddress.Parse(options.From ?? MailOptions.NoSender);
        return new MimeMessage
        {
            From = new Mailbox(from, options.FromName),
            To = [new Mailbox(to, OneLine.Of(parcel.To.Name, most: 200))],
            ReplyTo = options.ReplyTo is { } answers ? [new Mailbox(EmailAddress.Parse(answers))] : [],
            Subject = letter.Subject,
            Date = Stockholm.In(parcel.CreatedAt).ToDateTimeOffset(),
            MessageId = MessageId.Parse($"{parcel.Id}@{from.Domain}"),
            ExtraHeaders = letter.Version is DeliveryVersion.Notice ? [new MimeHeader("Auto-Submitted", "auto-generated")] : [],
            Text = letter.Text,
            Html = letter.Html,
            Attachments = [.. Enclosures.Names(letter.Version, documents).Zip(documents, (name, document) => Attach(parcel, name, document))],
        };
    }

    private static MimeAttachment Attach(Parcel parcel, string name, SentDocument document) => new(
        name,
        MediaTypes.Of(name),
        document.Size,
        async cancellation => await parcel.Open(document.Hash, cancellation)
            ?? throw new IOException($"The archive has lost {document.Hash} since it was checked; restore it."));
}
