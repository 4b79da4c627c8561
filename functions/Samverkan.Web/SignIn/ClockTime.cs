using NodaTime;

namespace Samverkan.Web.SignIn;

/// <summary>The product's clock for the framework's cookies.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
