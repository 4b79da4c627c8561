using NodaTime;

namespace Samverkan.Storage.Local;

/// <summary>Moments as the database keeps them: 100 ns since 1970-01-01 UTC.</summary>
internal static class Ticks
{
    private static readonly long Least = Instant.MinValue.ToUnixTimeTicks();
    private static readonly long Most = Instant.MaxValue.ToUnixTimeTicks();

    /// <summary>What lies beyond the calendar, which only tampering puts there, becomes its end: verification then tells.</summary>
    public static Instant ToInstant(long ticks) => Instant.FromUnixTimeTicks(Math.Clamp(ticks, Least, Most));
}
