using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// The clock's time for what only waits: where the clock is set back, this goes on from where it was, so that a breaker that
/// is open for five minutes is not open for the hour that the clock lost.
/// </summary>
internal sealed class ForwardTime(IClock clock) : TimeProvider
{
    private readonly Lock _lock = new();
    private Instant _seen = Instant.MinValue;
    private Duration _lost = Duration.Zero;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            var now = clock.GetCurrentInstant();
            if (now < _seen) _lost += _seen - now;
            _seen = now;
            return (now + _lost).ToDateTimeOffset();
        }
    }
}
