using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>That an occurrence came into a state, and why.</summary>
/// <param name="State">The state.</param>
/// <param name="At">When.</param>
/// <param name="Event">The stored name of the event that did it; null where time alone did.</param>
/// <param name="Document">The document that did it; null where none did.</param>
/// <param name="By">The person who did it; null where no person did, or the name has been erased.</param>
/// <param name="Reason">The reason given, in Swedish; null where none is.</param>
public sealed record OccurrenceStep(
    OccurrenceState State, Instant At, string? Event = null, DocumentHash? Document = null, string? By = null, string? Reason = null);
