using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>A file came in and has been placed; its bytes lie in the archive.</summary>
/// <param name="File">Its bytes.</param>
/// <param name="Name">The name that it was dropped under, as a commitment of the event.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Streams">The streams that it went into.</param>
/// <param name="Duplicate">Whether the same bytes had been placed there before: then nothing followed from it.</param>
[EventName("file-accepted")]
public sealed record FileAccepted(DocumentHash File, Commitment Name, long Size, IReadOnlyList<string> Streams, bool Duplicate)
    : LedgerEvent;
