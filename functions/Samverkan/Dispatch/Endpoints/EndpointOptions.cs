using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>How hard one endpoint may be used, and when it is left alone. Settings are named <c>Dispatch:Endpoint…</c>.</summary>
public sealed record EndpointOptions
{
    /// <summary>The most that <see cref="AtOnce"/> may be: no more than the deliveries that any host has in hand.</summary>
    public const int MostAtOnce = 12;

    /// <summary>
    /// Tries under way at one endpoint in one host: 1 to 12, 3 by default, which is what Exchange Online lets one sender have.
    /// </summary>
    public int AtOnce { get; init; } = 3;

    /// <summary>Tries a minute at one endpoint in one host: 1 to 1,000,000, 600 by default. Ten seconds' worth may come in a row.</summary>
    public int PerMinute { get; init; } = 600;

    /// <summary>The breaker opens at this share of failures within <see cref="Window"/>: 1 to 100 per cent, 50 by default.</summary>
    public int FailurePercent { get; init; } = 50;

    /// <summary>It takes at least so many tries within <see cref="Window"/> to open it: 2 to 1,000, 5 by default.</summary>
    public int LeastTries { get; init; } = 5;

    /// <summary>How far back tries are counted: 1 second to 1 hour, 1 minute by default.</summary>
    public Duration Window { get; init; } = Duration.FromMinutes(1);

    /// <summary>How long it stays open before one try may test the endpoint: 1 second to 1 hour, 5 minutes by default.</summary>
    public Duration Break { get; init; } = Duration.FromMinutes(5);

    /// <summary>
    /// How long an endpoint may fail without one success before the host says that it is not ready: 1 minute to 7 days, 1 hour
    /// by default.
    /// </summary>
    public Duration UnreadyAfter { get; init; } = Duration.FromHours(1);

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (AtOnce is < 1 or > MostAtOnce)
            yield return $"Dispatch:EndpointAtOnce ska vara ett heltal mellan 1 och {MostAtOnce}, till exempel 3.";
        if (PerMinute is < 1 or > 1_000_000)
            yield return "Dispatch:EndpointPerMinute ska vara ett heltal mellan 1 och 1000000, till exempel 600.";
        if (FailurePercent is < 1 or > 100)
            yield return "Dispatch:EndpointFailurePercent ska vara ett heltal mellan 1 och 100, till exempel 50.";
        if (LeastTries is < 2 or > 1000)
            yield return "Dispatch:EndpointLeastTries ska vara ett heltal mellan 2 och 1000, till exempel 5.";
        if (!IsTime(Window))
            yield return "Dispatch:EndpointWindow ska vara mellan 1 sekund och 1 timme, till exempel 00:01:00.";
        if (!IsTime(Break))
            yield return "Dispatch:EndpointBreak ska vara mellan 1 sekund och 1 timme, till exempel 00:05:00.";
        if (UnreadyAfter < Duration.FromMinutes(1) || UnreadyAfter > Duration.FromDays(7))
            yield return "Dispatch:EndpointUnreadyAfter ska vara mellan 1 minut och 7 dygn, till exempel 01:00:00.";
    }

    private static bool IsTime(Duration time) => time >= Duration.FromSeconds(1) && time <= Duration.FromHours(1);
}
