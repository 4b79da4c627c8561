using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Finds what the ledger says of deliveries.</summary>
internal static class ConcernedVersions
{
    /// <summary>The versions of a stream's events that concern any of the deliveries.</summary>
    internal static async Task<IReadOnlySet<long>> VersionsOfAsync(
        this LedgerBook ledger, StreamId stream, IReadOnlySet<string> deliveryIds, CancellationToken cancellation)
    {
        var versions = new HashSet<long>();
        await foreach (var e in ledger.EventsAsync(stream, cancellation))
            if (deliveryIds.Overlaps(DeliveryBook.Concerned(e.Event))) versions.Add(e.Version);
        return versions;
    }
}
