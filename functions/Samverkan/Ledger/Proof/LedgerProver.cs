using System.Text;
using NodaTime;

namespace Samverkan.Ledger.Proof;

/// <summary>Makes the proof of some of a stream's events out of the ledger.</summary>
public sealed class LedgerProver(LedgerBook ledger, ILedgerStore store, IArchive archive)
{
    /// <summary>
    /// The proof of a stream up to the first anchor over its newest event that concerns the matter; up to that event, and
    /// without an anchor, where that day has not come. Null where nothing in the stream concerns it.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="concerns">Which events concern the matter: their personal values are given away, the others' are not.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<StreamProof?> ProveAsync(StreamId stream, Func<LedgerEvent, bool> concerns, CancellationToken cancellation)
    {
        List<ProofEntry> entries = [];
        StoredEvent? newest = null;
        await foreach (var stored in store.ReadAsync(stream, 0, cancellation))
        {
            var shown = EventCatalog.Read(stored) is { } e && concerns(e);
            if (shown) newest = stored;
            entries.Add(ProofEntry.Of(stored, shown));
        }

        if (newest is null) return null;
        var anchor = await AnchorOfAsync(newest, cancellation);
        return new StreamProof(stream, [.. entries.TakeWhile(e => e.Version <= (anchor?.Version ?? newest.Version))], anchor);
    }

    private async Task<AnchorProof?> AnchorOfAsync(StoredEvent e, CancellationToken cancellation)
    {
        await foreach (var recorded in ledger.EventsAsync(StreamId.Audit, cancellation))
        {
            // The list of heads is read before the anchor is recorded, so an older anchor cannot cover the event.
            if (recorded.Event is not Anchored anchored || recorded.At < e.At - Duration.FromDays(1)) continue;
            if (await PathAsync(anchored, e, cancellation) is { } proof) return proof;
        }

        return null;
    }

    private async Task<AnchorProof?> PathAsync(Anchored anchored, StoredEvent e, CancellationToken cancellation)
    {
        await using var content = await archive.OpenAsync(anchored.Heads, cancellation);
        if (content is null) return null;
        using var reader = new StreamReader(content, Encoding.UTF8);
        if (AnchorList.Read(await reader.ReadToEndAsync(cancellation)) is not { } heads) return null;
        var index = heads.ToList().FindIndex(h => h.Stream == e.Stream);
        return index >= 0 && heads[index].Version >= e.Version
            ? new AnchorProof(anchored.Day, anchored.Root, heads[index].Version, heads[index].Hash, AnchorList.Path(heads, index))
            : null;
    }
}
