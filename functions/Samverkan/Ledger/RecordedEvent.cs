using NodaTime;

namespace Samverkan.Ledger;

/// <summary>An event as states read it: what happened, where in its stream, when, and by whom.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who or what recorded it.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(StreamId Stream, long Version, Instant At, string By, LedgerEvent Event);
