using Samverkan.Agreements;
using Samverkan.Dispatch.Digests;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>What the texts of notices look up.</summary>
internal sealed class NoticeContext(Register register, Uri? publicUrl)
{
    internal const string DeliveryPrefix = "delivery/";
    internal const string EscalatedPrefix = "escalated/";

    /// <summary>The agreement of an item, as the register has it now; null where there is none.</summary>
    public Agreement? AgreementOf(NoticeItem item) => item.Agreement is { } id ? register.FindAgreement(id) : null;

    /// <summary>The names of those who are told as well when something is overdue; empty where nobody is.</summary>
    public IReadOnlyList<string> EscalationOf(NoticeItem item) =>
        [.. (AgreementOf(item)?.Escalation ?? []).Select(id => register.FindContact(id)?.Name ?? register.FindGroup(id)?.Name).OfType<string>()];

    /// <summary>The agreement's page; null where there is none, or no pages that people reach.</summary>
    public Block.Link? AgreementLink(NoticeItem item) =>
        item.Agreement is { } id ? Link("Avtalets sida i Samverkan", $"avtal/{id}") : null;

    /// <summary>The page of the only delivery that an item is about; null likewise.</summary>
    public Block.Link? DeliveryLink(NoticeItem item) =>
        DeliveryOf(item) is { } id ? Link("Expedieringens sida i Samverkan", $"expediering/{id}") : null;

    /// <summary>The only delivery that an item is about; null where it is about none, or several.</summary>
    public static string? DeliveryOf(NoticeItem item)
    {
        if (item.Deliveries is { } deliveries) return deliveries is [var only] ? Checked(only.Id) : null;
        var prefix = new[] { DeliveryPrefix, EscalatedPrefix }.FirstOrDefault(p => item.Key.StartsWith(p, StringComparison.Ordinal));
        return prefix is null ? null : Checked(item.Key[prefix.Length..]);
    }

    /// <summary>The page where a line of a digest can be seen to; null without pages that people reach.</summary>
    public Block.Link? DigestLink(DigestPart part, string reference) => part switch
    {
        DigestPart.Quarantined => Link("Karantän i Samverkan", "karantan"),
        DigestPart.Overdue => Link("Årets sida i Samverkan", $"avtal/{reference}"),
        _ => Checked(reference) is { } id ? Link("Expedieringens sida i Samverkan", $"expediering/{id}") : null,
    };

    private static string? Checked(string id) => DeliveryId.TryStreamOf(id, out _) ? id : null;

    private Block.Link? Link(string text, string page) =>
        publicUrl is null ? null : new(text, new Uri($"{publicUrl.AbsoluteUri.TrimEnd('/')}/{page}"));
}
