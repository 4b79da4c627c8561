namespace Samverkan.Ledger.Retention;

/// <summary>What was decided to be erased is gone.</summary>
/// <param name="Decided">The version of the <see cref="ErasureDecided"/> in the same stream.</param>
[EventName("erasure-done")]
public sealed record ErasureDone(long Decided) : LedgerEvent;
