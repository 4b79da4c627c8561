using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Certificates;

/// <summary>A moment as Swedish local time with its offset, and as UTC.</summary>
/// <param name="Local">Stockholm's time.</param>
/// <param name="Utc">The same moment.</param>
public sealed record CertifiedTime(OffsetDateTime Local, Instant Utc)
{
    /// <summary>Both forms of a moment.</summary>
    public static CertifiedTime Of(Instant instant) => new(Stockholm.In(instant).ToOffsetDateTime(), instant);

    /// <summary>Both forms; null for null.</summary>
    [return: NotNullIfNotNull(nameof(instant))]
    public static CertifiedTime? Of(Instant? instant) => instant is { } known ? Of(known) : null;
}
