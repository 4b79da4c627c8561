using System.Globalization;
using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Lays out a message: headers, then text, alternative or mixed, as RFC 2046 nests them.</summary>
internal sealed class MimeComposer
{
    private readonly MimeMessage message;
    private readonly List<MimeSegment> segments = [];
    private readonly StringBuilder pending = new();
    private readonly HeaderWriter headers;

    private MimeComposer(MimeMessage message)
    {
        this.message = message;
        headers = new HeaderWriter(pending);
    }

    public static IReadOnlyList<MimeSegment> Compose(MimeMessage message)
    {
        var composer = new MimeComposer(message);
        composer.Envelope();
        if (message.Attachments.Count == 0)
            composer.Texts();
        else
            composer.Mixed();
        composer.Flush();
        return composer.segments;
    }

    private void Envelope()
    {
        headers.Field("Date", [Date(message.Date)]);
        headers.Mailboxes("From", [message.From]);
        if (message.ReplyTo.Count > 0)
            headers.Mailboxes("Reply-To", message.ReplyTo);
        headers.Mailboxes("To", message.To);
        headers.Unstructured("Subject", message.Subject);
        headers.Field("Message-ID", [message.MessageId.ToString()]);
        if (message.InReplyTo is { } answered)
            headers.Field("In-Reply-To", [answered.ToString()]);
        if (message.References.Count > 0)
            headers.Field("References", message.References.Select(id => id.ToString()));
        foreach (var extra in message.ExtraHeaders)
            headers.Unstructured(extra.Name, extra.Value, MimeHeader.LongestWord);
        headers.Field("MIME-Version", ["1.0"]);
    }

    private void Mixed()
    {
        var boundary = Boundary.Mixed(message.MessageId);
        OpenMultipart("multipart/mixed", boundary);
        if (message.Text is not null || message.Html is not null)
        {
            Delimit(boundary);
            Texts();
        }

        foreach (var attachment in message.Attachments)
        {
            Delimit(boundary);
            Attach(attachment);
        }

        Close(boundary);
    }

    private void Texts()
    {
        if (message.Html is null)
        {
            Text("text/plain", message.Text ?? "");
        }
        else if (message.Text is null)
        {
            Text("text/html", message.Html);
        }
        else
        {
            var boundary = Boundary.Alternative(message.MessageId);
            OpenMultipart("multipart/alternative", boundary);
            Delimit(boundary);
            Text("text/plain", message.Text);
            Delimit(boundary);
            Text("text/html", message.Html);
            Close(boundary);
        }
    }

    private void Text(string type, string text)
    {
        var body = TextBody.Encode(text);
        headers.Field("Content-Type", [$"{type};", "charset=utf-8"]);
        headers.Field("Content-Transfer-Encoding", [body.TransferEncoding]);
        pending.Append("\r\n").Append(body.Content);
    }

    private void Attach(MimeAttachment attachment)
    {
        var likeness = HeaderWriter.QuotedString(ParameterText.Likeness(attachment.FileName));
        headers.Field("Content-Type", [$"{attachment.ContentType};", $"name={likeness}"]);
        headers.Field("Content-Disposition", ["attachment;", .. ParameterText.Extended("filename", attachment.FileName)]);
        headers.Field("Content-Transfer-Encoding", ["base64"]);
        pending.Append("\r\n");
        Flush();
        segments.Add(new Base64Segment(attachment));
    }

    // The CRLF of the first delimiter is the blank line after the headers.
    private void OpenMultipart(string type, string boundary) =>
        headers.Field("Content-Type", [$"{type};", $"boundary=\"{boundary}\""]);

    // The CRLF before a delimiter belongs to the delimiter, so each part keeps its own last line end.
    private void Delimit(string boundary) => pending.Append("\r\n--").Append(boundary).Append("\r\n");

    private void Close(string boundary) => pending.Append("\r\n--").Append(boundary).Append("--\r\n");

    private void Flush()
    {
        if (pending.Length > 0)
            segments.Add(new BytesSegment(Encoding.ASCII.GetBytes(pending.ToString())));
        pending.Clear();
    }

    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
