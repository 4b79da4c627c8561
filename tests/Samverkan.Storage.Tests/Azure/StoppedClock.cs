using NodaTime;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>A clock that shows one time.</summary>
public sealed class StoppedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
