using Samverkan.Dispatch.Bounces;

namespace Samverkan.Dispatch.Certificates;

/// <summary>That what a try handed over came back, as a certificate states it.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Answer">The mail system's words; null where it gave none, or they have been erased.</param>
public sealed record CertifiedBounce(CertifiedTime At, string Code, string? Answer)
{
    /// <summary>The facts of a bounce; null where there was none.</summary>
    public static CertifiedBounce? Of(Bounce? bounce) => bounce is null ? null : new(CertifiedTime.Of(bounce.At), bounce.Code, bounce.Answer);
}
