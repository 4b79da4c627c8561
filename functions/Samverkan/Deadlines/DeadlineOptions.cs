using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>How adoption is waited for, and when what has not arrived is escalated. Settings are named <c>Deadlines:…</c>.</summary>
public sealed record DeadlineOptions
{
    /// <summary>
    /// How long after an adopting extract files still belong to the adopted set: 0 to 24 hours, 15 minutes by default. What
    /// comes later is a correction.
    /// </summary>
    public Duration AdoptionWait { get; init; } = Duration.FromMinutes(15);

    /// <summary>How long before the due time what has not arrived is escalated: 1 hour to 14 days, 24 hours by default.</summary>
    public Duration EscalateBefore { get; init; } = Duration.FromHours(24);

    /// <summary>The time of the due day, in Stockholm, by which what became owed later than that is escalated; 12:00 by default.</summary>
    public LocalTime EscalateAt { get; init; } = LocalTime.Noon;

    /// <summary>How many failures on the due day escalate at once: 1 to 50, 2 by default.</summary>
    public int EscalateAfterFailures { get; init; } = 2;

    /// <summary>
    /// The most bytes of documents in an escalation's message: 100,000 to 100,000,000, 15,000,000 by default. Where the mail
    /// server takes less, the message goes without them.
    /// </summary>
    public long PackageBytes { get; init; } = 15_000_000;

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (AdoptionWait < Duration.Zero || AdoptionWait > Duration.FromHours(24))
            yield return "Deadlines:AdoptionWait ska vara mellan 0 och 24 timmar, till exempel 00:15:00.";
        if (EscalateBefore < Duration.FromHours(1) || EscalateBefore > Duration.FromDays(14))
            yield return "Deadlines:EscalateBefore ska vara mellan 1 timme och 14 dygn, till exempel 1.00:00:00 (ett dygn).";
        if (EscalateAfterFailures is < 1 or > 50)
            yield return "Deadlines:EscalateAfterFailures ska vara ett heltal mellan 1 och 50.";
        if (PackageBytes is < 100_000 or > 100_000_000)
            yield return "Deadlines:PackageBytes ska vara mellan 100000 och 100000000 byte, till exempel 15000000.";
    }
}
