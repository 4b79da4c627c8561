using System.Threading.RateLimiting;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// A rate limit by virtual scheduling: each permit moves the moment of the next one on by an interval, and a burst may run
/// ahead of it. The framework's limiters read the stopwatch, which no simulated clock moves.
/// </summary>
internal sealed class Pace(int perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _burst = Interval(perMinute) * (Math.Max(1, perMinute / 6) - 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>The time between two permits in the long run.</summary>
    public static TimeSpan Interval(int perMinute) => TimeSpan.FromMinutes(1) / perMinute;

    /// <summary>A permit, or a refusal that says how long until there is one.</summary>
    public RateLimitLease Take()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_next < now) _next = now;
            if (_next - now > _burst) return new Permit(_next - now - _burst);
            _next += Interval(perMinute);
            return new Permit(null);
        }
    }

    private sealed class Permit(TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = retryAfter;
            return retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
