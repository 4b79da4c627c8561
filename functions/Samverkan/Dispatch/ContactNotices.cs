using Samverkan.Agreements;
using Samverkan.Dispatch.Channels;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// Tells people of contacts that cannot be reached: an early warning, that the other channel is used, that somebody must
/// act, and that the contact can be reached again. One item a contact, however many deliveries; of each delivery that
/// needs a person once, of the rest once until the contact works again. What a crash cuts off the next sweep tells. Of a
/// message to one of the municipality's own people that needs a person the others are told (<see cref="NoticeAudience"/>).
/// </summary>
public sealed class ContactNotices(
    IDeliveryLog deliveries, LedgerBook ledger, RegisterBook registers, NoticeDesk notices, DispatchOptions options)
{
    private const int Newest = 200;
    private const int PageSize = 1000;
    private const int MostInOneItem = 100;

    /// <summary>Tells of all that has not been told.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        await notices.TellAsync(
            [
                .. await NeedsPersonAsync(register, cancellation),
                .. await FailingAsync(register, cancellation),
                .. await WorksAsync(register, cancellation),
            ],
            cancellation);
    }

    /// <summary>Warns the responsible that tries to reach a contact keep failing.</summary>
    public async Task TellFailingAsync(ContactId contact, CancellationToken cancellation) =>
        await notices.TellAsync(await FailingAsync(contact, await registers.CurrentAsync(cancellation), cancellation), cancellation);

    /// <summary>Tells the responsible that a contact's first channel will not do and the other one is tried.</summary>
    public async Task TellFellBackAsync(Delivery delivery, ChannelResult result, Register register)
    {
        if (AgreementOf(DeliveryId.StreamOf(delivery.Id), register) is not { } agreement) return;
        var contact = register.FindContact(delivery.Contact);
        var item = ContactItem.Of(NoticeKind.ChannelFailed, delivery.Contact, $"{delivery.Id}/{delivery.Attempts.Count}", agreement, result.Code,
            $"{ContactItem.NameOf(delivery.Contact, register)}\n{contact?.Channel.Address}\n{contact?.Fallback?.Address}\n{result.Answer}");
        await notices.TellAsync(agreement.Responsible.Select(to => (to, item)), CancellationToken.None);
    }

    private async Task<IReadOnlyList<(ContactId To, NoticeItem Item)>> NeedsPersonAsync(Register register, CancellationToken cancellation)
    {
        var memory = await notices.RememberAsync(cancellation);
        var untold = new Dictionary<(ContactId To, string About), List<DeliveryRow>>();
        var awaiting = deliveries.RowsAsync(new DeliveryFilter(DeliveryState.NeedsPerson, Notices: true), cancellation)
            .Concat(deliveries.RowsAsync(new DeliveryFilter(DeliveryState.Bounced, Notices: true), cancellation));
        var books = new Dictionary<StreamId, DeliveryBook>();
        await foreach (var row in awaiting)
        {
            foreach (var to in (await AudienceAsync(row, register, books, cancellation)).Where(to => !memory.HasToldOf(to, row.Id, row.Attempts)))
            {
                if (!untold.TryGetValue((to, row.Contact), out var rows)) untold[(to, row.Contact)] = rows = [];
                if (rows.Count < MostInOneItem) rows.Add(row);
            }
        }

        List<(ContactId, NoticeItem)> items = [];
        foreach (var ((to, _), rows) in untold)
            if (await ItemAsync(rows, register, cancellation) is { } item) items.Add((to, item));
        return items;
    }

    private async Task<IEnumerable<ContactId>> AudienceAsync(
        DeliveryRow row, Register register, Dictionary<StreamId, DeliveryBook> books, CancellationToken cancellation)
    {
        if (!row.Stream.IsNotices) return AgreementOf(row.Stream, register) is { } agreement ? NoticeAudience.PeopleOf(agreement) : [];
        if (!books.TryGetValue(row.Stream, out var book)) books[row.Stream] = book = await ledger.LoadAsync<DeliveryBook>(row.Stream, cancellation);
        return book.Find(row.Id) is { } notice ? NoticeAudience.Of(notice, register, options) : [];
    }

    private async Task<NoticeItem?> ItemAsync(IEnumerable<DeliveryRow> rows, Register register, CancellationToken cancellation)
    {
        List<Delivery> waiting = [];
        foreach (var row in rows)
            if (await FindAsync(row, cancellation) is { AwaitsPerson: true } delivery) waiting.Add(delivery);
        return waiting.Count == 0 ? null : ContactItem.NeedsPerson(waiting, register);
    }

    private async Task<IReadOnlyList<(ContactId To, NoticeItem Item)>> FailingAsync(Register register, CancellationToken cancellation)
    {
        var memory = await notices.RememberAsync(cancellation);
        var page = await deliveries.PageAsync(new DeliveryFilter(DeliveryState.Waiting, Size: Newest), cancellation);
        List<(ContactId, NoticeItem)> items = [];
        foreach (var failing in page.Rows.Where(row => row.Attempts >= options.WarnAfterFailures).GroupBy(row => row.Contact, StringComparer.Ordinal))
        {
            // For as long as an outage lasts all have been told of it, and nothing more is read.
            var contact = ContactId.Parse(failing.Key);
            if (!failing.SelectMany(row => ResponsibleOf(row, register)).All(to => memory.KnowsOf(to, contact, NoticeKind.ContactFailing)))
                items.AddRange(await FailingAsync(contact, register, cancellation));
        }

        return items;
    }

    private async Task<IReadOnlyList<(ContactId To, NoticeItem Item)>> FailingAsync(ContactId contact, Register register, CancellationToken cancellation)
    {
        var memory = await notices.RememberAsync(cancellation);
        var page = await deliveries.PageAsync(new DeliveryFilter(DeliveryState.Waiting, contact.Value, Size: PageSize), cancellation);
        List<(ContactId, NoticeItem)> items = [];
        foreach (var mine in page.Rows
            .SelectMany(row => ResponsibleOf(row, register).Select(to => (to, row)))
            .GroupBy(x => x.to, x => x.row))
        {
            if (memory.KnowsOf(mine.Key, contact, NoticeKind.ContactFailing)) continue;
            foreach (var row in mine.Where(row => row.Attempts >= options.WarnAfterFailures))
            {
                if (await FindAsync(row, cancellation) is not { } delivery || delivery.Failures < options.WarnAfterFailures) continue;
                items.Add((mine.Key, ContactItem.Of(NoticeKind.ContactFailing, contact, $"{row.Id}/{row.Attempts}", AgreementOf(row.Stream, register)!, delivery.Attempts[^1].Code,
                    $"{ContactItem.NameOf(contact, register)}\n{delivery.Attempts[^1].Answer}") with
                { Count = mine.Count() }));
                break;
            }
        }

        return items;
    }

    private async Task<IReadOnlyList<(ContactId To, NoticeItem Item)>> WorksAsync(Register register, CancellationToken cancellation)
    {
        List<(ContactId, NoticeItem)> items = [];
        foreach (var about in (await notices.RememberAsync(cancellation)).OpenSpells().GroupBy(s => s.About))
        {
            foreach (var row in (await HandedOverAsync(about.Key, cancellation)).OrderByDescending(r => r.HandedOverAt))
            {
                if (about.All(s => row.HandedOverAt <= s.Spell.Since)) break;
                var agreement = AgreementOf(row.Stream, register);
                if ((agreement is null && !row.Stream.IsNotices) || await FindAsync(row, cancellation) is not { OnFallback: false }) continue;
                var item = ContactItem.Of(NoticeKind.ContactWorks, about.Key, $"{row.Id}/{row.Attempts}", agreement, code: null, ContactItem.NameOf(about.Key, register));
                items.AddRange(about.Where(s => row.HandedOverAt > s.Spell.Since).Select(s => (s.To, item)));
                break;
            }
        }

        return items;
    }

    // What the contact has confirmed since was handed over too; what was confirmed without that shows nothing of the way there.
    private async Task<IEnumerable<DeliveryRow>> HandedOverAsync(ContactId to, CancellationToken cancellation)
    {
        List<DeliveryRow> rows = [];
        foreach (var state in (DeliveryState[])[DeliveryState.HandedOver, DeliveryState.Acknowledged])
            rows.AddRange((await deliveries.PageAsync(new DeliveryFilter(state, to.Value, Notices: true, Size: Newest), cancellation)).Rows);
        return rows.Where(row => row.HandedOverAt is not null);
    }

    private async Task<Delivery?> FindAsync(DeliveryRow row, CancellationToken cancellation) =>
        (await ledger.LoadAsync<DeliveryBook>(row.Stream, cancellation)).Find(row.Id);

    private static IReadOnlyList<ContactId> ResponsibleOf(DeliveryRow row, Register register) => AgreementOf(row.Stream, register)?.Responsible ?? [];

    private static Agreement? AgreementOf(StreamId stream, Register register) =>
        AgreementId.TryParse(stream.AgreementYear?.Agreement, out var id) ? register.FindAgreement(id) : null;
}
