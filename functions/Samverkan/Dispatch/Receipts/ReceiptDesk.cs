using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Receipts;

/// <summary>
/// Takes a contact's confirmation. Who confirms has received, so it ends the tries and counts as handed over, whatever the
/// deliveries' own end was: a message written to a file that a person sent, an outcome that the mail server never told.
/// </summary>
public sealed class ReceiptDesk(LedgerBook ledger, RegisterBook registers, DeadlineOptions deadlines, IClock clock)
{
    private const string Actor = "link:receipt";
    private const int LongestName = 200;

    /// <summary>
    /// Confirms a delivery by its link, whose token the caller has checked, with what follows from it, such as that the
    /// occurrence is fulfilled. The first confirmation counts: a second changes nothing. Returns the delivery as it is then;
    /// null where there is none that can be confirmed. One that was cancelled or replaced stays so.
    /// </summary>
    /// <param name="deliveryId">The delivery; any string.</param>
    /// <param name="name">Who confirms, as they wrote it; kept as a personal value on one line of at most 200 characters.</param>
    /// <param name="cancellation">Ends the wait; whether it was recorded is then unknown.</param>
    public async Task<Delivery?> ConfirmAsync(string deliveryId, string? name, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream) || stream.AgreementYear is null) return null;
        var register = await registers.CurrentAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var acknowledged = Acknowledged(deliveryId, OneLine.Of(name ?? "", LongestName));
        await ledger.RecordAsync<AgreementYear>(
            stream,
            Actor,
            year => year.Deliveries.Find(deliveryId) is { MayBeAcknowledged: true }
                ? AgreementRules.Follow(year, [acknowledged], register, deadlines, now)
                : [],
            cancellation);
        return await FindAsync(deliveryId, cancellation);
    }

    /// <summary>The delivery that a link is for; null where there is none that can be confirmed.</summary>
    public async Task<Delivery?> FindAsync(string deliveryId, CancellationToken cancellation) =>
        DeliveryId.TryStreamOf(deliveryId, out var stream) && stream.AgreementYear is not null
            ? (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(deliveryId)
            : null;

    private static DeliveryAcknowledged Acknowledged(string id, string name)
    {
        var personal = new PersonalValues();
        return new DeliveryAcknowledged(id, AcknowledgedHow.Link, name.Length == 0 ? null : personal.Commit(name)) { Personal = personal };
    }
}
