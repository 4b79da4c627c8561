using System.Text;
using NodaTime;

namespace Samverkan.Ledger;

/// <summary>The use case that anchors the ledger once a day: the heads of all streams go into the stream <c>audit</c>.</summary>
public sealed class LedgerAnchor(LedgerBook ledger, ILedgerStore store, IArchive archive)
{
    /// <summary>
    /// Sets the anchor of a day, unless that day or a later one has its anchor, or there is nothing to anchor. Returns
    /// whether it did: once a day, in one host.
    /// </summary>
    public async Task<bool> SetAsync(LocalDate day, CancellationToken cancellation)
    {
        if (HasAnchor(await ledger.LoadAsync<AnchorHistory>(StreamId.Audit, cancellation), day)) return false;
        List<StreamHead> heads = [];
        await foreach (var head in store.HeadsAsync(cancellation)) heads.Add(head);
        if (heads.Count == 0) return false;

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(AnchorList.Write(heads)), writable: false);
        var list = await archive.PutAsync(content, long.MaxValue, cancellation)
            ?? throw new InvalidOperationException("The archive refused the list of heads as too long.");
        var anchored = new Anchored(day, AnchorList.Root(heads), list.Hash, heads.Count, heads.Sum(h => h.Version));
        var recorded = await ledger.RecordAsync<AnchorHistory>(
            StreamId.Audit, "system:anchor", history => HasAnchor(history, day) ? [] : [anchored], cancellation);
        return recorded.Count > 0;
    }

    /// <summary>The day of the newest anchor; null before the first.</summary>
    public async Task<LocalDate?> NewestAsync(CancellationToken cancellation) =>
        (await ledger.LoadAsync<AnchorHistory>(StreamId.Audit, cancellation)).Newest;

    private static bool HasAnchor(AnchorHistory history, LocalDate day) => history.Newest is { } newest && newest >= day;
}
