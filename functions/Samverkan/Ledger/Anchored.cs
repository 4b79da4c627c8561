using NodaTime;

namespace Samverkan.Ledger;

/// <summary>The heads of all streams as they were when the day's work began, so that a removed last event shows.</summary>
/// <param name="Day">The day.</param>
/// <param name="Root">SHA-256 over the archived list of heads.</param>
/// <param name="Heads">The archived list: a line <c>stream version hash</c> for each stream, ordered by name.</param>
/// <param name="Streams">How many streams there were.</param>
/// <param name="Events">How many events they held together.</param>
[EventName("anchored")]
public sealed record Anchored(LocalDate Day, string Root, DocumentHash Heads, int Streams, long Events) : LedgerEvent;
