using System.Globalization;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>Finds the text of each kind of notice.</summary>
internal static class NoticeTexts
{
    internal static NoticeText Of(NoticeItem item, NoticeContext context) => item.Kind switch
    {
        NoticeKind.Reminder => ReminderText.Of(item, context),
        NoticeKind.Overdue => OverdueText.Of(item, context),
        NoticeKind.AdoptionPending => AdoptionPendingText.Of(item, context),
        NoticeKind.AgreementEnding => AgreementEndingText.Of(item, context),
        NoticeKind.Quarantined => QuarantinedText.Of(item, context),
        NoticeKind.UnknownRecipients => UnknownRecipientsText.Of(item, context),
        NoticeKind.NeedsPerson => NeedsPersonText.Of(item, context),
        NoticeKind.Anchored => AnchoredText.Of(item),
        NoticeKind.ContactFailing => ContactFailingText.Of(item, context),
        NoticeKind.ChannelFailed => ChannelFailedText.Of(item, context),
        NoticeKind.ContactWorks => ContactWorksText.Of(item, context),
        NoticeKind.Escalated => EscalatedText.Of(item, context),
        NoticeKind.Digest => DigestText.Of(item, context),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Kind, "A kind of notice that has a text."),
    };

    /// <summary>"1 försening, 2 påminnelser": what several items are, without a name.</summary>
    internal static string Count(IEnumerable<NoticeItem> items) => string.Join(
        ", ", items.GroupBy(item => item.Kind).Select(kind => Count(kind.Key, kind.Sum(item => item.Deliveries?.Count ?? 1))));

    private static string Count(NoticeKind kind, int count)
    {
        var (one, several) = kind switch
        {
            NoticeKind.Reminder => ("påminnelse", "påminnelser"),
            NoticeKind.Overdue => ("försening", "förseningar"),
            NoticeKind.AdoptionPending => ("plan som väntar på antagande", "planer som väntar på antagande"),
            NoticeKind.AgreementEnding => ("avtal som löper ut", "avtal som löper ut"),
            NoticeKind.Quarantined => ("fil i karantän", "filer i karantän"),
            NoticeKind.UnknownRecipients => ("beslut med okända mottagare", "beslut med okända mottagare"),
            NoticeKind.Anchored => ("ankare att spara", "ankare att spara"),
            NoticeKind.NeedsPerson => ("expediering som väntar på person", "expedieringar som väntar på person"),
            NoticeKind.ContactFailing => ("mottagare som inte nås", "mottagare som inte nås"),
            NoticeKind.ChannelFailed => ("mottagare som nås på reservvägen", "mottagare som nås på reservvägen"),
            NoticeKind.ContactWorks => ("mottagare som nås igen", "mottagare som nås igen"),
            NoticeKind.Escalated => ("expediering att lämna över för hand", "expedieringar att lämna över för hand"),
            NoticeKind.Digest => ("lista att gå igenom", "listor att gå igenom"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of notice that can be counted."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
    }
}
