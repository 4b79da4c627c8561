using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A person has thrown a quarantined file away. Nothing of it was placed or sent.</summary>
/// <param name="Id">Its id in the quarantine.</param>
/// <param name="Reason">Why, as a commitment of the event.</param>
/// <param name="By">Who, as a commitment of the event.</param>
[EventName("quarantine-discarded")]
public sealed record QuarantineDiscarded(string Id, Commitment Reason, Commitment By) : LedgerEvent;
