namespace Samverkan.Ledger;

/// <summary>The first place where a stream does not hold.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The event's version.</param>
/// <param name="Kind">What is wrong with it.</param>
public sealed record LedgerFault(StreamId Stream, long Version, LedgerFaultKind Kind)
{
    /// <summary>The fault in Swedish, for the command line and the pages.</summary>
    public string Message => Kind switch
    {
        LedgerFaultKind.Missing => $"Ström {Stream}: post {Version} saknas.",
        LedgerFaultKind.Changed => $"Ström {Stream}: post {Version} är ändrad efter att den skrevs.",
        LedgerFaultKind.Personal => $"Ström {Stream}: personuppgifterna till post {Version} är ändrade eller borttagna utan beslut.",
        LedgerFaultKind.Head => $"Ström {Stream}: den sista posten stämmer inte med strömmens huvud; poster efter {Version} kan ha tagits bort.",
        LedgerFaultKind.Anchor => $"Dagens ankare i ström {Stream}, post {Version}, stämmer inte med liggaren.",
        _ => throw new InvalidOperationException($"Unknown fault {Kind}."),
    };
}
