using NodaTime;

namespace Samverkan.Web.Tests.Support;

/// <summary>A clock that stands where it was put.</summary>
public sealed class SettableClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2022, 10, 27, 7, 0);

    public Instant GetCurrentInstant() => Now;
}
