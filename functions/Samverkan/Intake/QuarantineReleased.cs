using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A person has let a file out of quarantine, and it has been placed; its bytes lie in the archive.</summary>
/// <param name="Id">Its id in the quarantine.</param>
/// <param name="File">Its bytes.</param>
/// <param name="Streams">The streams that it went into.</param>
/// <param name="By">Who, as a commitment of the event.</param>
[EventName("quarantine-released")]
public sealed record QuarantineReleased(string Id, DocumentHash File, IReadOnlyList<string> Streams, Commitment By) : LedgerEvent;
