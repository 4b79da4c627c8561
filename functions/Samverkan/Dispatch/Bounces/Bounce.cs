using NodaTime;

namespace Samverkan.Dispatch.Bounces;

/// <summary>That what a try had handed over came back.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Answer">The mail system's words; null where it gave none, or they have been erased.</param>
public sealed record Bounce(Instant At, string Code, string? Answer);
