using Samverkan.Agreements;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Letters.Notices;

namespace Samverkan.Dispatch;

/// <summary>Makes the lines of notices about contacts that cannot be reached, and can be reached again.</summary>
internal static class ContactItem
{
    /// <summary>An item about a contact; <paramref name="shownBy"/> names the delivery, and its try, that showed it.</summary>
    public static NoticeItem Of(NoticeKind kind, ContactId about, string shownBy, Agreement? agreement, string? code, string detail) =>
        new($"{kind}/{about}/{shownBy}", kind)
        {
            About = about,
            Agreement = agreement?.Id,
            AgreementTitle = agreement?.Title,
            Code = code,
            DetailText = detail,
        };

    /// <summary>The item about deliveries to one contact that a person must see to: at least one.</summary>
    public static NoticeItem NeedsPerson(IReadOnlyList<Delivery> deliveries, Register register)
    {
        var newest = deliveries.MaxBy(d => d.Attempts.LastOrDefault()?.EndedAt)!;
        var owner = DeliveryId.StreamOf(newest.Id).AgreementYear;
        var agreement = (AgreementId.TryParse(owner?.Agreement, out var id) ? id : newest.Items.FirstOrDefault(i => i.Agreement is not null)?.Agreement) is { } about
            ? register.FindAgreement(about)
            : null;
        var name = NameOf(newest.Contact, register);
        return new NoticeItem($"{NoticeKind.NeedsPerson}/{newest.Contact}", NoticeKind.NeedsPerson)
        {
            About = newest.Contact,
            Agreement = agreement?.Id,
            AgreementTitle = agreement?.Title,
            Obligation = newest.Obligation,
            PlanYear = owner?.PlanYear,
            Title = TitleOf(newest),
            Code = newest.LastCode,
            DetailText = newest.LastAnswer is { } answer ? $"{name}\n{answer}" : name,
            Deliveries = [.. deliveries.Select(d => new NoticeDelivery(d.Id, d.Attempts.Count, TitleOf(d), d.LastCode))],
        };
    }

    /// <summary>What people call a contact; its id where the register no longer has it.</summary>
    public static string NameOf(ContactId contact, Register register) => register.FindContact(contact)?.Name ?? contact.Value;

    /// <summary>What is to be handed over, for people; of a notice what kinds of things it tells, since more may be personal.</summary>
    public static string TitleOf(Delivery d) => d.Version is DeliveryVersion.Notice ? $"Meddelande ({NoticeTexts.Count(d.Items)})" : TitleWords.Of(
        d.Matter?.ObligationTitle ?? d.Matter?.Decision?.Title ?? d.Matter?.AgreementTitle,
        d.Matter?.ObligationTitle is null ? null : d.Matter.PlanYear);
}
