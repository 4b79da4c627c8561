using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>What a person has done to a delivery.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null where the name has been erased.</param>
/// <param name="Reason">Why; null where no reason was given, or it has been erased.</param>
public sealed record Intervention(Instant At, string? By, string? Reason);
