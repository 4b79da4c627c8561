using Samverkan.Agreements;

namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>What the texts of notices look up.</summary>
internal sealed class NoticeContext(Register register, Uri? publicUrl)
{
    internal const string DeliveryPrefix = "delivery/";

    /// <summary>The agreement of an item, as the register has it now; null where there is none.</summary>
    public Agreement? AgreementOf(NoticeItem item) => item.Agreement is { } id ? register.FindAgreement(id) : null;

    /// <summary>The names of those who are told as well when something is overdue; empty where nobody is.</summary>
    public IReadOnlyList<string> EscalationOf(NoticeItem item) =>
        [.. (AgreementOf(item)?.Escalation ?? []).Select(id => register.FindContact(id)?.Name ?? register.FindGroup(id)?.Name).OfType<string>()];

    /// <summary>The agreement's page; null where there is none, or no pages that people reach.</summary>
    public Uri? AgreementLink(NoticeItem item) => item.Agreement is { } id ? Link("avtal", id.Value) : null;

    /// <summary>The page of the delivery that an item's key names; null likewise.</summary>
    public Uri? DeliveryLink(NoticeItem item) => DeliveryOf(item) is { } id ? Link("expediering", id) : null;

    /// <summary>The delivery that an item's key names; null where it names none.</summary>
    public static string? DeliveryOf(NoticeItem item) =>
        item.Key.StartsWith(DeliveryPrefix, StringComparison.Ordinal) && DeliveryId.TryStreamOf(item.Key[DeliveryPrefix.Length..], out _)
            ? item.Key[DeliveryPrefix.Length..]
            : null;

    private Uri? Link(string page, string id) =>
        publicUrl is null ? null : new Uri($"{publicUrl.AbsoluteUri.TrimEnd('/')}/{page}/{id}");
}
