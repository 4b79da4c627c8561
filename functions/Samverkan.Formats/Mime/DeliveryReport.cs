namespace Samverkan.Formats.Mime;

/// <summary>
/// What a mail system tells of a message that it has had (RFC 3464): the <c>message/delivery-status</c> part of a
/// <c>multipart/report</c>. A report that was attached to, or forwarded in, another message is none.
/// </summary>
public sealed record DeliveryReport
{
    private DeliveryReport(IReadOnlyList<RecipientReport> recipients) => Recipients = recipients;

    /// <summary>What became of each recipient, in the report's order; may be empty where it says nothing that is understood.</summary>
    public IReadOnlyList<RecipientReport> Recipients { get; }

    /// <summary>The report that a message is; null where it is none.</summary>
    public static DeliveryReport? Of(MimeEntity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.ContentType == "multipart/report"
            && message.Parts.FirstOrDefault(p => p.ContentType is "message/delivery-status" or "message/global-delivery-status") is { } status
            ? new DeliveryReport([.. MimeReader.ReadBlocks(status.Content()).Select(RecipientReport.Of).OfType<RecipientReport>()])
            : null;
    }
}
