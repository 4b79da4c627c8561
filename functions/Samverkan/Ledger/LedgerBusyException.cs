namespace Samverkan.Ledger;

/// <summary>Other writers of a stream were quicker too many times in a row; the work is tried again later.</summary>
public sealed class LedgerBusyException(StreamId stream, int conflicts)
    : Exception($"Stream {stream} was changed by others {conflicts} times in a row while deciding on it; try again later.");
