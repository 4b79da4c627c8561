using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Desk;

/// <summary>
/// The use cases that take many deliveries that need a person in hand at once: all of a contact, or all that one failure
/// stopped. Each delivery is recorded by itself and then needs nobody any more, so what a crash cuts off is finished by
/// asking again.
/// </summary>
public sealed class BulkDesk(IDeliveryLog log, DeliveryDesk desk)
{
    /// <summary>Sends a contact's again.</summary>
    public Task<BulkResult> ResendAsync(ContactId contact, string? reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, id => AgainAsync(id, reason, by, cancellation), cancellation);

    /// <summary>
    /// Sends again all whose newest try ended with a code, whoever they are to: what a fault of the settings stopped, once it is
    /// mended. Notices too: the same fault kept them.
    /// </summary>
    public async Task<BulkResult> ResendAsync(string failure, string? reason, string by, CancellationToken cancellation) =>
        await EachAsync(
            (await NeedingPersonAsync(new DeliveryFilter(Notices: true), cancellation)).Where(d => d.LastCode == failure),
            id => AgainAsync(id, reason, by, cancellation));

    /// <summary>Cancels a contact's.</summary>
    public Task<BulkResult> CancelAsync(ContactId contact, string reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, id => desk.CancelAsync(id, reason, by, cancellation), cancellation);

    /// <summary>Acknowledges a contact's by hand.</summary>
    public Task<BulkResult> AcknowledgeAsync(ContactId contact, string reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, id => desk.AcknowledgeAsync(id, reason, by, cancellation), cancellation);

    /// <summary>A contact's deliveries that need a person, notices too, newest first.</summary>
    public Task<IReadOnlyList<Delivery>> NeedingPersonAsync(ContactId contact, CancellationToken cancellation) =>
        NeedingPersonAsync(new DeliveryFilter(Contact: contact.Value, Notices: true), cancellation);

    private async Task<IReadOnlyList<Delivery>> NeedingPersonAsync(DeliveryFilter among, CancellationToken cancellation)
    {
        List<Delivery> deliveries = [];
        foreach (var state in DeliveryRow.AwaitingPerson)
        {
            // A row may be behind the ledger; what has been taken in hand since is not taken again.
            await foreach (var row in log.RowsAsync(among with { State = state }, cancellation))
                if (await desk.FindAsync(row.Id, cancellation) is { AwaitsPerson: true } delivery && deliveries.All(d => d.Id != delivery.Id)) deliveries.Add(delivery);
        }

        return [.. deliveries.OrderByDescending(d => d.CreatedAt)];
    }

    private async Task<DeskResult> AgainAsync(string id, string? reason, string by, CancellationToken cancellation) =>
        (await desk.ResendAsync(id, reason, by, cancellation)).Result;

    private async Task<BulkResult> EachAsync(ContactId contact, Func<string, Task<DeskResult>> act, CancellationToken cancellation) =>
        await EachAsync(await NeedingPersonAsync(contact, cancellation), act);

    private static async Task<BulkResult> EachAsync(IEnumerable<Delivery> deliveries, Func<string, Task<DeskResult>> act)
    {
        var done = 0;
        List<(string, DeskResult)> refused = [];
        foreach (var delivery in deliveries)
        {
            var result = await act(delivery.Id);
            if (result.IsRecorded) done++;
            else refused.Add((delivery.Id, result));
        }

        return new BulkResult(done, refused);
    }
}
