using Samverkan.Agreements;

namespace Samverkan.Dispatch;

/// <summary>Who is told that a message to one of the municipality's own people did not arrive. Pure.</summary>
internal static class NoticeAudience
{
    /// <summary>
    /// The responsible and the escalation of the agreements that the message is about, but for the one who did not get it.
    /// Where it is about none, of the agreements that this one is told of; and where that leaves nobody, those who have the
    /// morning's list. Nobody where it tells of nothing but such messages: else they would follow on one another for ever.
    /// </summary>
    public static IEnumerable<ContactId> Of(Delivery notice, Register register, DispatchOptions options)
    {
        if (notice.Items.All(item => item.IsOfNotices)) return [];
        ContactId[] others = [.. AgreementsOf(notice, register).SelectMany(PeopleOf).Distinct().Where(to => to != notice.Contact)];
        return others.Length > 0 ? others : options.DigestContacts(register).Where(to => to != notice.Contact);
    }

    /// <summary>Those who are told of an agreement's deliveries that need a person.</summary>
    public static IEnumerable<ContactId> PeopleOf(Agreement agreement) => agreement.Responsible.Union(agreement.Escalation);

    private static IEnumerable<Agreement> AgreementsOf(Delivery notice, Register register)
    {
        Agreement[] stated = [.. notice.Items.Select(item => item.Agreement).OfType<AgreementId>().Select(register.FindAgreement).OfType<Agreement>()];
        return stated.Length > 0 ? stated : register.Agreements.Where(agreement => PeopleOf(agreement).Contains(notice.Contact));
    }
}
