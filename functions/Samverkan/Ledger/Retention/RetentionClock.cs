using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Ledger.Retention;

/// <summary>
/// From when years of retention are counted: the end of the year in which the matter was last touched, or of its plan
/// year where that is later. What belongs to no year's matter counts from the end of its own year.
/// </summary>
internal static class RetentionClock
{
    /// <summary>Whether something recorded at a moment in a stream may be erased today.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="history">What the stream holds.</param>
    /// <param name="at">When the event was recorded.</param>
    /// <param name="years">The years of the rule, counted from the end of a year.</param>
    /// <param name="today">Today, in Stockholm.</param>
    internal static bool HasPassed(StreamId stream, RetentionHistory history, Instant at, int years, LocalDate today) =>
        today.Year > LastYear(stream, history, at) + years;

    private static int LastYear(StreamId stream, RetentionHistory history, Instant at)
    {
        var own = Stockholm.DateOf(at).Year;
        return stream.AgreementYear is { PlanYear: { } planYear }
            ? Math.Max(planYear, history.Newest is { } newest ? Stockholm.DateOf(newest).Year : own)
            : own;
    }
}
