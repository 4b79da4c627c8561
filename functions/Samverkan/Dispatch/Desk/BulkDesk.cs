using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Desk;

/// <summary>
/// The use cases that take all of a contact's deliveries that need a person in hand at once. Each delivery is recorded by
/// itself and then needs nobody any more, so what a crash cuts off is finished by asking again.
/// </summary>
public sealed class BulkDesk(IDeliveryLog log, DeliveryDesk desk)
{
    /// <summary>Sends them again.</summary>
    public Task<BulkResult> ResendAsync(ContactId contact, string? reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, async id => (await desk.ResendAsync(id, reason, by, cancellation)).Result, cancellation);

    /// <summary>Cancels them.</summary>
    public Task<BulkResult> CancelAsync(ContactId contact, string reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, id => desk.CancelAsync(id, reason, by, cancellation), cancellation);

    /// <summary>Acknowledges them by hand.</summary>
    public Task<BulkResult> AcknowledgeAsync(ContactId contact, string reason, string by, CancellationToken cancellation) =>
        EachAsync(contact, id => desk.AcknowledgeAsync(id, reason, by, cancellation), cancellation);

    /// <summary>A contact's deliveries that need a person, notices too, newest first.</summary>
    public async Task<IReadOnlyList<Delivery>> NeedingPersonAsync(ContactId contact, CancellationToken cancellation)
    {
        List<Delivery> deliveries = [];
        foreach (var state in DeliveryRow.AwaitingPerson)
        {
            // A row may be behind the ledger; what has been taken in hand since is not taken again.
            await foreach (var row in log.RowsAsync(new DeliveryFilter(state, contact.Value, Notices: true), cancellation))
                if (await desk.FindAsync(row.Id, cancellation) is { AwaitsPerson: true } delivery && deliveries.All(d => d.Id != delivery.Id)) deliveries.Add(delivery);
        }

        return [.. deliveries.OrderByDescending(d => d.CreatedAt)];
    }

    private async Task<BulkResult> EachAsync(ContactId contact, Func<string, Task<DeskResult>> act, CancellationToken cancellation)
    {
        var done = 0;
        List<(string, DeskResult)> refused = [];
        foreach (var delivery in await NeedingPersonAsync(contact, cancellation))
        {
            var result = await act(delivery.Id);
            if (result.IsRecorded) done++;
            else refused.Add((delivery.Id, result));
        }

        return new BulkResult(done, refused);
    }
}
