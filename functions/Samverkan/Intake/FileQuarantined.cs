using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A file could not be placed, or must be looked at first, and waits for a person.</summary>
/// <param name="Id">Its id in the quarantine.</param>
/// <param name="Name">The name that it was dropped under, as a commitment of the event.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Reason">Why and what to do, in Swedish, as a commitment of the event: it may quote the document.</param>
/// <param name="Told">Who was told.</param>
/// <param name="Candidates">What it may belong to, the likeliest first; null in events from before they were kept.</param>
[EventName("file-quarantined")]
public sealed record FileQuarantined(
    string Id,
    Commitment Name,
    long Size,
    string Code,
    Commitment Reason,
    IReadOnlyList<ContactId> Told,
    IReadOnlyList<QuarantineCandidate>? Candidates = null) : LedgerEvent;
