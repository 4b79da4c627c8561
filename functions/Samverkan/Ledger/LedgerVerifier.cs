using System.Text;
using NodaTime;
using Samverkan.Ledger.Retention;

namespace Samverkan.Ledger;

/// <summary>
/// Checks the whole ledger: every stream's chain from its first event to its head, and every daily anchor against the
/// streams. Reads only; a ledger in use may be checked.
/// </summary>
public sealed class LedgerVerifier(ILedgerStore store, IArchive archive)
{
    /// <summary>Checks everything, stopping at the first fault.</summary>
    public async Task<LedgerReport> VerifyAsync(CancellationToken cancellation)
    {
        var (anchors, anchored, fault) = await AnchoredAsync(cancellation);
        var (streams, events) = (0, 0L);
        List<StreamHead> heads = [];
        await foreach (var head in store.HeadsAsync(cancellation)) heads.Add(head);
        foreach (var head in heads)
        {
            if (fault is not null) break;
            anchored.Remove(head.Stream, out var expected);
            (var count, fault) = await CheckAsync(head, expected ?? [], cancellation);
            streams++;
            events += count;
        }

        // What an anchor covers and no stream has any more was removed whole.
        if (fault is null && anchored.Count > 0) fault = AnchorFault(anchored.Values.First()[0].Anchor);
        return new LedgerReport(streams, events, anchors, fault);
    }

    /// <summary>
    /// The day whose anchor, as the ledger has it, has a root that was sent away; null where none has. Whoever rewrote every
    /// stream, the anchors with them, has a ledger that holds and has other roots.
    /// </summary>
    public async Task<LocalDate?> DayOfAsync(string root, CancellationToken cancellation)
    {
        await foreach (var stored in store.ReadAsync(StreamId.Audit, 0, cancellation))
            if (TryReadAnchor(stored) is { } anchor && string.Equals(anchor.Root, root.Trim(), StringComparison.OrdinalIgnoreCase)) return anchor.Day;
        return null;
    }

    private async Task<(long Events, LedgerFault? Fault)> CheckAsync(
        StreamHead head, List<(StreamHead Head, long Anchor)> anchored, CancellationToken cancellation)
    {
        var previous = StreamHead.None(head.Stream);
        var expected = anchored.ToLookup(a => a.Head.Version);
        var seen = 0;
        var erasures = new Erasures();
        await foreach (var e in store.ReadAsync(head.Stream, 0, cancellation))
        {
            if (HashChain.Check(previous, e) is { } fault) return (previous.Version, fault);
            previous = new StreamHead(head.Stream, e.Version, e.Hash);
            erasures.Add(e);
            foreach (var (anchoredHead, anchor) in expected[e.Version])
            {
                if (anchoredHead.Hash != e.Hash) return (e.Version, AnchorFault(anchor));
                seen++;
            }
        }

        // A stream that is being written to may have grown since its head was read, never shrunk.
        if (previous.Version < head.Version || (previous.Version == head.Version && previous.Hash != head.Hash))
            return (previous.Version, new LedgerFault(head.Stream, previous.Version, LedgerFaultKind.Head));
        var current = await store.HeadAsync(head.Stream, cancellation);
        if (previous.Version > current.Version) return (previous.Version, new LedgerFault(head.Stream, previous.Version, LedgerFaultKind.Head));
        if (erasures.Undecided is { } undecided) return (undecided, new LedgerFault(head.Stream, undecided, LedgerFaultKind.Personal));
        return seen == anchored.Count
            ? (previous.Version, null)
            : (previous.Version, AnchorFault(anchored.First(a => a.Head.Version > previous.Version).Anchor));
    }

    private async Task<(int Anchors, Dictionary<StreamId, List<(StreamHead Head, long Anchor)>> Anchored, LedgerFault? Fault)> AnchoredAsync(
        CancellationToken cancellation)
    {
        var count = 0;
        var anchored = new Dictionary<StreamId, List<(StreamHead Head, long Anchor)>>();
        var newest = new Dictionary<StreamId, StreamHead>();
        await foreach (var stored in store.ReadAsync(StreamId.Audit, 0, cancellation))
        {
            if (TryReadAnchor(stored) is not { } anchor) continue;
            count++;
            if (await HeadsAsync(anchor, cancellation) is not { } heads) return (count, anchored, AnchorFault(stored.Version));
            foreach (var head in heads.Where(h => newest.GetValueOrDefault(h.Stream) != h))
            {
                newest[head.Stream] = head;
                if (!anchored.TryGetValue(head.Stream, out var list)) anchored[head.Stream] = list = [];
                list.Add((head, stored.Version));
            }
        }

        return (count, anchored, null);
    }

    private async Task<IReadOnlyList<StreamHead>?> HeadsAsync(Anchored anchor, CancellationToken cancellation)
    {
        await using var content = await archive.OpenAsync(anchor.Heads, cancellation);
        if (content is null) return null;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        if (DocumentHash.Of(bytes.ToArray()) != anchor.Heads) return null;
        var heads = AnchorList.Read(Encoding.UTF8.GetString(bytes.ToArray()));
        return heads is not null && heads.Count == anchor.Streams && heads.Sum(h => h.Version) == anchor.Events && AnchorList.Root(heads) == anchor.Root
            ? heads
            : null;
    }

    // An anchor that cannot be read is left to the check of its own stream, which names what was changed.
    private static Anchored? TryReadAnchor(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read(stored) as Anchored;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or NodaTime.Text.UnparsableValueException)
        {
            return null;
        }
    }

    private static LedgerFault AnchorFault(long version) => new(StreamId.Audit, version, LedgerFaultKind.Anchor);
}
