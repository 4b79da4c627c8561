namespace Samverkan.Ledger.Retention;

/// <summary>
/// It has been decided to erase: from now on it is done, however often the process dies before it has been. What is erased
/// lies in the event's own stream; documents may be of other streams too, which then say the same.
/// </summary>
/// <param name="Versions">The events of the stream whose personal values go, at most 5,000.</param>
/// <param name="Documents">The documents that go.</param>
/// <param name="Decision">The decision that it rests on, as the register's rule names it; null where a person decided.</param>
/// <param name="Reason">A person's reason, as a commitment; null where a rule decided.</param>
[EventName("erasure-decided")]
public sealed record ErasureDecided(
    IReadOnlyList<long> Versions, IReadOnlyList<DocumentHash> Documents, string? Decision, Commitment? Reason) : LedgerEvent;
