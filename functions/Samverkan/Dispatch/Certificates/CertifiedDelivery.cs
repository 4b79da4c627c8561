using Samverkan.Agreements;

namespace Samverkan.Dispatch.Certificates;

/// <summary>A delivery's facts as a certificate states them. What has been erased is null.</summary>
public sealed record CertifiedDelivery
{
    /// <summary>The delivery's id: the e-mail's Message-ID begins with it.</summary>
    public required string Id { get; init; }

    /// <summary>Which version.</summary>
    public required DeliveryVersion Version { get; init; }

    /// <summary>To whom: the contact's id in the register.</summary>
    public required ContactId Contact { get; init; }

    /// <summary>The group through which the contact receives; null where it is named itself.</summary>
    public ContactId? Via { get; init; }

    /// <summary>The obligation; null where there is none.</summary>
    public ObligationId? Obligation { get; init; }

    /// <summary>What it is about; null for a notice.</summary>
    public Matter? Matter { get; init; }

    /// <summary>What is handed over: names, SHA-256 and sizes.</summary>
    public required IReadOnlyList<SentDocument> Documents { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>When it became owed.</summary>
    public required CertifiedTime CreatedAt { get; init; }

    /// <summary>When the channel took it; null until then.</summary>
    public CertifiedTime? HandedOverAt { get; init; }

    /// <summary>The contact's confirmation; null where none has come.</summary>
    public CertifiedReceipt? Receipt { get; init; }

    /// <summary>The delivery that it sends again; null for the first time.</summary>
    public string? ResendOf { get; init; }

    /// <summary>Who had it sent again, and why; null for the first time.</summary>
    public CertifiedIntervention? Resent { get; init; }

    /// <summary>The delivery that sends it again; null where nobody has.</summary>
    public string? ResentAs { get; init; }

    /// <summary>The delivery that has taken its place; null where none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Who cancelled it, and why; null where nobody has.</summary>
    public CertifiedIntervention? Cancelled { get; init; }

    /// <summary>Every try, oldest first.</summary>
    public required IReadOnlyList<CertifiedAttempt> Attempts { get; init; }

    /// <summary>The facts of a delivery.</summary>
    public static CertifiedDelivery Of(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Version = delivery.Version,
        Contact = delivery.Contact,
        Via = delivery.Via,
        Obligation = delivery.Obligation,
        Matter = delivery.Matter,
        Documents = delivery.Documents,
        State = delivery.State,
        CreatedAt = CertifiedTime.Of(delivery.CreatedAt),
        HandedOverAt = CertifiedTime.Of(delivery.HandedOverAt),
        Receipt = CertifiedReceipt.Of(delivery.Receipt),
        ResendOf = delivery.ResendOf,
        Resent = CertifiedIntervention.Of(delivery.Resent),
        ResentAs = delivery.ResentAs,
        ReplacedBy = delivery.ReplacedBy,
        Cancelled = CertifiedIntervention.Of(delivery.Cancelled),
        Attempts = [.. delivery.Attempts.Select(CertifiedAttempt.Of)],
    };
}
