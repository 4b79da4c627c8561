namespace Samverkan.Ledger;

/// <summary>What a check of the whole ledger found.</summary>
/// <param name="Streams">How many streams were checked.</param>
/// <param name="Events">How many events.</param>
/// <param name="Anchors">How many daily anchors.</param>
/// <param name="Fault">The first place that does not hold; null where all does.</param>
public sealed record LedgerReport(int Streams, long Events, int Anchors, LedgerFault? Fault);
