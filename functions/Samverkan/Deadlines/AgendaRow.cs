using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>One line of the agenda.</summary>
/// <param name="Stream">What is to be looked at.</param>
/// <param name="Version">The version of the stream that the row was made of; 0 for a stream without events.</param>
/// <param name="DueAt">When; null for never, which leaves only the version behind.</param>
public sealed record AgendaRow(StreamId Stream, long Version, Instant? DueAt)
{
    /// <summary>The row of a stream as it stands. Of a state that is no longer its stream's newest it does no harm.</summary>
    public static AgendaRow Of(AgreementYear year, AgreementRules rules, Instant now) => new(year.Stream, year.Version, rules.NextAt(year, now));
}
