using NodaTime;

namespace Samverkan.Deadlines.Simulation;

/// <summary>A clock that stands still until it is moved, and is never moved back.</summary>
/// <param name="start">Where it stands first.</param>
public sealed class SimulatedClock(Instant start) : IClock
{
    private Instant _now = start;

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => _now;

    /// <summary>Moves the clock on; to an earlier moment it stays where it is.</summary>
    public void MoveTo(Instant now) => _now = Instant.Max(_now, now);
}
