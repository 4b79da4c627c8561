using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>That a person closed an occurrence.</summary>
/// <param name="On">From which day.</param>
/// <param name="Reason">Why, as the person wrote it; null where it has been erased.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who, as it can be shown; null where it has been erased.</param>
public sealed record Closing(LocalDate On, string? Reason, Instant At, string? By);
