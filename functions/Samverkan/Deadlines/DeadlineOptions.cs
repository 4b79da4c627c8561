using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>How adoption is waited for. Settings are named <c>Deadlines:…</c>.</summary>
public sealed record DeadlineOptions
{
    /// <summary>
    /// How long after an adopting extract files still belong to the adopted set: 0 to 24 hours, 15 minutes by default. What
    /// comes later is a correction.
    /// </summary>
    public Duration AdoptionWait { get; init; } = Duration.FromMinutes(15);

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (AdoptionWait < Duration.Zero || AdoptionWait > Duration.FromHours(24))
            yield return "Deadlines:AdoptionWait ska vara mellan 0 och 24 timmar, till exempel 00:15:00.";
    }
}
