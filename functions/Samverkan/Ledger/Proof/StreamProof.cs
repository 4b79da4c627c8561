namespace Samverkan.Ledger.Proof;

/// <summary>A stream's events from its first on, and the anchor that they are under.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Entries">Its events in order, without a gap, from version 1.</param>
/// <param name="Anchor">The first daily anchor that covers what is proven; null until that day has come.</param>
public sealed record StreamProof(StreamId Stream, IReadOnlyList<ProofEntry> Entries, AnchorProof? Anchor)
{
    /// <summary>What is wrong with the proof; null where chain, personal values and anchor hold.</summary>
    public LedgerFault? Check()
    {
        var head = StreamHead.None(Stream);
        var anchored = Anchor is null;
        foreach (var entry in Entries)
        {
            if (HashChain.Check(head, entry.Stored(Stream), entry.Commitments) is { } fault) return fault;
            head = new StreamHead(Stream, entry.Version, entry.Hash);
            anchored |= Anchor?.Version == entry.Version && Anchor.Hash == entry.Hash;
        }

        if (head.Version == 0) return new LedgerFault(Stream, 1, LedgerFaultKind.Missing);
        return anchored && IsUnderAnchor() ? null : new LedgerFault(Stream, head.Version, LedgerFaultKind.Anchor);
    }

    private bool IsUnderAnchor() =>
        Anchor is not { } anchor || AnchorList.Climb(new StreamHead(Stream, anchor.Version, anchor.Hash), anchor.Path) == anchor.Root;
}
