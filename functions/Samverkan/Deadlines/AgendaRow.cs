using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>One line of the agenda.</summary>
/// <param name="Stream">What is to be looked at.</param>
/// <param name="Version">The version of the stream that the row was made of; 0 for a stream without events.</param>
/// <param name="DueAt">When; null for never, which leaves only the version behind.</param>
public sealed record AgendaRow(StreamId Stream, long Version, Instant? DueAt);
