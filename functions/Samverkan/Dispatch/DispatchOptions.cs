using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>How deliveries are tried. Settings are named <c>Dispatch:…</c>.</summary>
public sealed record DispatchOptions
{
    /// <summary>How long a host's claim lasts unless renewed: 10 seconds to 1 hour, 5 minutes by default.</summary>
    public Duration Lease { get; init; } = Duration.FromMinutes(5);

    /// <summary>The wait after a failure that may pass: 1 second to 1 day, 1 minute by default.</summary>
    public Duration RetryAfter { get; init; } = Duration.FromMinutes(1);

    /// <summary>How many tries before a person is asked: 1 to 100, 5 by default.</summary>
    public int MostAttempts { get; init; } = 5;

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (Lease < Duration.FromSeconds(10) || Lease > Duration.FromHours(1))
            yield return "Dispatch:Lease ska vara mellan 10 sekunder och 1 timme, till exempel 00:05:00.";
        if (RetryAfter < Duration.FromSeconds(1) || RetryAfter > Duration.FromDays(1))
            yield return "Dispatch:RetryAfter ska vara mellan 1 sekund och 1 dygn, till exempel 00:01:00.";
        if (MostAttempts is < 1 or > 100)
            yield return "Dispatch:MostAttempts ska vara ett heltal mellan 1 och 100.";
    }
}
