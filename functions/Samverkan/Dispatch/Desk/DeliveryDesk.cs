using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Receipts;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Desk;

/// <summary>
/// The use cases by which a person takes a delivery in hand: send it again, cancel it, acknowledge it. Each is one append,
/// with what follows from it, so that a crash leaves all of it or nothing; doing it twice does it once.
/// </summary>
public sealed class DeliveryDesk(
    LedgerBook ledger, RegisterBook registers, IArchive archive, DispatchOptions options, DeadlineOptions deadlines, IClock clock)
{
    /// <summary>
    /// Makes a new delivery owed, with the same documents to the same contact, and points the two at each other. Each
    /// delivery is sent again once; after that the new one is. A notice is sent again only where it has not been handed over.
    /// </summary>
    /// <param name="deliveryId">The delivery; any string.</param>
    /// <param name="reason">Why, at most 2,000 characters; null where nobody says.</param>
    /// <param name="by">Who: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work; whether it was recorded is then unknown.</param>
    public async Task<Resending> ResendAsync(string deliveryId, string? reason, string by, CancellationToken cancellation)
    {
        var why = DeskReason.Line(reason ?? "");
        if (why.Length > DeskReason.Most) return new(DeskReason.Refusal(why)!.Value, null);
        if (await FindAsync(deliveryId, cancellation) is not { } delivery) return new(DeliveryRefusals.Unknown(deliveryId), null);
        if (delivery.ResentAs is null && await LackingAsync(delivery, cancellation) is { } lacking) return new(lacking, null);

        var personal = new PersonalValues();
        var resent = Resent(delivery, why, Stockholm.DateOf(clock.GetCurrentInstant()), personal);
        var result = await RecordAsync(delivery.Id, by, resent, personal, DeliveryRefusals.OfResend, cancellation);
        return new(result, (await FindAsync(deliveryId, cancellation))?.ResentAs);
    }

    /// <summary>
    /// Cancels a delivery that nobody has received: it is not tried again. Refused while a try is under way, since it may
    /// already have reached the contact.
    /// </summary>
    /// <param name="deliveryId">The delivery; any string.</param>
    /// <param name="reason">Why, 1 to 2,000 characters; line breaks become spaces.</param>
    /// <param name="by">Who: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work; whether it was recorded is then unknown.</param>
    public Task<DeskResult> CancelAsync(string deliveryId, string reason, string by, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return WithReasonAsync(
            deliveryId, reason, by,
            (why, personal) => new DeliveryCancelled(deliveryId, personal.Commit(why)) { Personal = personal },
            (delivery, _) => DeliveryRefusals.OfCancel(delivery, delivery.IsUnderWay(now, options.LongestWait)),
            cancellation);
    }

    /// <summary>
    /// Notes that the contact has a delivery, however it came there: on paper, by another mail. It counts as the contact's
    /// own confirmation does, and ends the tries.
    /// </summary>
    /// <param name="deliveryId">The delivery; any string.</param>
    /// <param name="reason">How it is known, 1 to 2,000 characters; line breaks become spaces.</param>
    /// <param name="by">Who: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work; whether it was recorded is then unknown.</param>
    public Task<DeskResult> AcknowledgeAsync(string deliveryId, string reason, string by, CancellationToken cancellation) => WithReasonAsync(
        deliveryId, reason, by,
        (why, personal) => new DeliveryAcknowledged(deliveryId, AcknowledgedHow.Person, Name: null, personal.Commit(why)) { Personal = personal },
        (delivery, _) => DeliveryRefusals.OfAcknowledge(delivery),
        cancellation);

    /// <summary>The delivery as it is now; null where there is none.</summary>
    public async Task<Delivery?> FindAsync(string deliveryId, CancellationToken cancellation) =>
        DeliveryId.TryStreamOf(deliveryId, out var stream) ? (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(deliveryId) : null;

    /// <summary>What a person may do to a delivery as it stands; null where there is none.</summary>
    public async Task<DeliveryTools?> ToolsAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream)) return null;
        var book = await ledger.LoadAsync<DeliveryBook>(stream, cancellation);
        if (book.Find(deliveryId) is not { } delivery) return null;
        var isUnderWay = delivery.IsUnderWay(clock.GetCurrentInstant(), options.LongestWait);
        return new DeliveryTools(
            DeliveryRefusals.OfResend(delivery, book) is null,
            DeliveryRefusals.OfCancel(delivery, isUnderWay) is null,
            DeliveryRefusals.OfAcknowledge(delivery) is null);
    }

    private async Task<DeskResult> WithReasonAsync(
        string id, string reason, string by, Func<string, PersonalValues, LedgerEvent> make, Func<Delivery, DeliveryBook, DeskResult?> refuse, CancellationToken cancellation)
    {
        var why = DeskReason.Line(reason);
        if (DeskReason.Refusal(why) is { } refusal) return refusal;
        if (await FindAsync(id, cancellation) is null) return DeliveryRefusals.Unknown(id);
        var personal = new PersonalValues();
        return await RecordAsync(id, by, make(why, personal), personal, refuse, cancellation);
    }

    // What follows, such as that the occurrence is fulfilled, is recorded with it; in a stream of notices nothing does.
    private async Task<DeskResult> RecordAsync(
        string id, string by, LedgerEvent what, PersonalValues personal, Func<Delivery, DeliveryBook, DeskResult?> refuse, CancellationToken cancellation)
    {
        var stream = DeliveryId.StreamOf(id);
        var who = Person.Commit(by, personal);
        var register = await registers.CurrentAsync(cancellation);
        var now = clock.GetCurrentInstant();
        DeskResult? refusal = null;
        if (stream.AgreementYear is null)
            await ledger.RecordAsync<DeliveryBook>(stream, who, book => IsRefused(book) ? [] : [what], cancellation);
        else
            await ledger.RecordAsync<AgreementYear>(stream, who, year => IsRefused(year.Deliveries) ? [] : AgreementRules.Follow(year, [what], register, deadlines, now), cancellation);
        return refusal ?? DeskResult.Recorded;

        bool IsRefused(DeliveryBook book) => (refusal = refuse(book.Find(id)!, book)) is not null;
    }

    // What would only come back to a person is not sent.
    private async Task<DeskResult?> LackingAsync(Delivery delivery, CancellationToken cancellation)
    {
        if ((await registers.CurrentAsync(cancellation)).FindContact(delivery.Contact) is null)
            return new("contact.missing", $"Kontakten {delivery.Contact} finns inte längre i registret. Lägg tillbaka den där, eller lämna över handlingarna för hand.");
        foreach (var document in delivery.Documents)
        {
            await using var content = await archive.OpenAsync(document.Hash, cancellation);
            if (content is null || document.Name is null)
                return new("resend.document-missing", "En handling är gallrad eller saknas i arkivet, så expedieringen går inte att skicka igen. Är den inte gallrad, be it-avdelningen återställa arkivet från säkerhetskopian.");
        }

        return null;
    }

    // Resends follow one another, each of the one before, so the number is known before anything is decided.
    private static DeliveryResent Resent(Delivery delivery, string why, LocalDate today, PersonalValues personal)
    {
        var (number, isNotice) = (delivery.Resend + 1, delivery.Version is DeliveryVersion.Notice);
        var set = isNotice ? NoticeItem.HashOf(delivery.Items) : delivery.SetHash;
        DocumentRef[] documents = isNotice ? [] : [.. delivery.Documents.Select(d => new DocumentRef(d.Hash, personal.Commit(d.Name ?? ""), d.Part, d.Size))];
        return new DeliveryResent(
            DeliveryId.Of(DeliveryId.StreamOf(delivery.Id), set, delivery.Contact.Value, delivery.Version, number),
            delivery.Id, number, delivery.Version, delivery.Obligation, set, documents, delivery.Matter, delivery.Contact, delivery.Via,
            why.Length > 0 ? personal.Commit(why) : null)
        {
            Items = isNotice ? [.. delivery.Items.Select(item => item.On(today).Committed(personal))] : null,
            Personal = personal,
        };
    }
}
