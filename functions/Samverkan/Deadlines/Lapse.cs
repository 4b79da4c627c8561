using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>That an occurrence has fallen away with a changed register.</summary>
/// <param name="Code">Why, for programs.</param>
/// <param name="Reason">Why, in Swedish.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Lapse(string Code, string Reason, Instant At);
