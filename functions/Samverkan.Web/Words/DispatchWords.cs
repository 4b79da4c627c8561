using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>Versions, notices and parts in Swedish.</summary>
internal static class DispatchWords
{
    internal static string Version(DeliveryVersion version) => version switch
    {
        DeliveryVersion.Draft => "Utkast",
        DeliveryVersion.Adopted => "Fastställd version",
        DeliveryVersion.Correction => "Rättelse",
        DeliveryVersion.Decision => "Beslut",
        DeliveryVersion.Notice => "Meddelande",
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "A version of DeliveryVersion."),
    };

    internal static string VersionMeans(DeliveryVersion version) => version switch
    {
        DeliveryVersion.Draft => "Handlingarna är inte antagna än.",
        DeliveryVersion.Adopted => "Handlingarna som de antogs, med protokollsutdraget.",
        DeliveryVersion.Correction => "En handling har bytts ut efter att den fastställda versionen bildades.",
        DeliveryVersion.Decision => "Protokollsutdraget till dem som det räknar upp.",
        DeliveryVersion.Notice => "Ett meddelande till kommunens egna medarbetare.",
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "A version of DeliveryVersion."),
    };

    internal static string Notice(NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => "Påminnelse",
        NoticeKind.Overdue => "Försenat",
        NoticeKind.AdoptionPending => "Väntar på antagande",
        NoticeKind.AgreementEnding => "Avtalet löper ut",
        NoticeKind.Quarantined => "Fil i karantän",
        NoticeKind.UnknownRecipients => "Okända mottagare",
        NoticeKind.NeedsPerson => "Expediering väntar på person",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of NoticeKind."),
    };

    internal static string Part(string part) => part switch
    {
        DocumentRef.ExtractPart => "protokollsutdrag",
        _ => part,
    };
}
