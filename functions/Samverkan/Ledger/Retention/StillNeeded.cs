using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Ledger.Retention;

/// <summary>
/// What stays however old it is: what deliveries that nobody has received are still to be made with, and the corrections of
/// contacts that are in force. Without these a delivery would fail, or go to an address that is known to be wrong.
/// </summary>
internal sealed class StillNeeded(LedgerBook ledger, Register register)
{
    private const int Batch = 1_000;

    /// <summary>The documents of deliveries that are not done, in any of the streams.</summary>
    public async Task<HashSet<DocumentHash>> DocumentsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation)
    {
        HashSet<DocumentHash> needed = [];
        foreach (var some in streams.Chunk(Batch))
            needed.UnionWith((await UndeliveredAsync(some, cancellation)).SelectMany(d => d.Documents).Select(d => d.Hash));
        return needed;
    }

    /// <summary>The events of a stream whose personal values are needed.</summary>
    public async Task<IReadOnlySet<long>> VersionsAsync(StreamId stream, CancellationToken cancellation)
    {
        if (stream == StreamId.Register) return register.Corrections;
        HashSet<string> ids = [.. (await UndeliveredAsync([stream], cancellation)).Select(d => d.Id)];
        return ids.Count == 0 ? new HashSet<long>() : await ledger.VersionsOfAsync(stream, ids, cancellation);
    }

    // For one look a day: the states are not kept.
    private async Task<IEnumerable<Delivery>> UndeliveredAsync(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation) =>
        (await ledger.PeekAsync<DeliveryBook>(streams, cancellation)).SelectMany(book => book.All).Where(d => d.IsUndelivered);
}
