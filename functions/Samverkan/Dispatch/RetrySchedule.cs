using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>When a delivery is tried again.</summary>
public static class RetrySchedule
{
    /// <summary>
    /// The next try after attempt number <paramref name="attempt"/> failed in a way that may pass; null where the tries are
    /// spent and a person is asked. Interrupted attempts count, so that a delivery that fells its host does not do so for ever.
    /// </summary>
    public static Instant? NextAfter(int attempt, Instant now, DispatchOptions options) =>
        attempt < options.MostAttempts ? now + options.RetryAfter : null;
}
