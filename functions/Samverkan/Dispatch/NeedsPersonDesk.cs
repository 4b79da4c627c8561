using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Tells the responsible and the escalation of deliveries that will not be tried again until somebody acts.</summary>
public sealed class NeedsPersonDesk(IDeliveryLog deliveries, LedgerBook ledger, RegisterBook registers, NoticeDesk notices)
{
    private const int Newest = 200;

    /// <summary>Tells of the newest 200; of each once.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var page = await deliveries.PageAsync(new DeliveryFilter(DeliveryState.NeedsPerson, Size: Newest), cancellation);
        if (page.Rows.Count == 0) return;
        var register = await registers.CurrentAsync(cancellation);
        List<(ContactId To, NoticeItem Item)> items = [];
        foreach (var row in page.Rows)
        {
            var book = await ledger.LoadAsync<DeliveryBook>(row.Stream, cancellation);
            if (book.Find(row.Id) is not { State: DeliveryState.NeedsPerson } delivery) continue;
            if (AgreementOf(row, register) is not { } agreement) continue;
            var item = Item(delivery, row.PlanYear, agreement, register);
            items.AddRange(agreement.Responsible.Union(agreement.Escalation).Select(to => (to, item)));
        }

        await notices.TellAsync(items, cancellation);
    }

    private static Agreement? AgreementOf(DeliveryRow row, Register register) =>
        AgreementId.TryParse(row.Agreement, out var id) ? register.FindAgreement(id) : null;

    private static NoticeItem Item(Delivery delivery, int? planYear, Agreement agreement, Register register)
    {
        var last = delivery.Attempts.LastOrDefault();
        var name = register.FindContact(delivery.Contact)?.Name ?? delivery.Contact.Value;
        return new NoticeItem("delivery/" + delivery.Id, NoticeKind.NeedsPerson)
        {
            Agreement = agreement.Id,
            AgreementTitle = agreement.Title,
            Obligation = delivery.Obligation,
            PlanYear = planYear,
            Title = delivery.Matter?.ObligationTitle ?? delivery.Matter?.Decision?.Title ?? agreement.Title,
            Code = last?.Code,
            DetailText = last?.Answer is { } answer ? $"{name}\n{answer}" : name,
        };
    }
}
