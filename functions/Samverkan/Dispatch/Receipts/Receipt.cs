using NodaTime;

namespace Samverkan.Dispatch.Receipts;

/// <summary>The contact's confirmation.</summary>
/// <param name="At">When it was given.</param>
/// <param name="How">How.</param>
/// <param name="Name">The confirmer's name; null where none was written, or it has been erased.</param>
public sealed record Receipt(Instant At, AcknowledgedHow How, string? Name)
{
    /// <summary>Which of the municipality's own people noted it; null for a link, or where the name has been erased.</summary>
    public string? By { get; init; }

    /// <summary>How they know it; null for a link, or where it has been erased.</summary>
    public string? Reason { get; init; }
}
