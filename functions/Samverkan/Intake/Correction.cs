using NodaTime;

namespace Samverkan.Intake;

/// <summary>A correction of an extract, with its values revealed.</summary>
/// <param name="Field">Which value.</param>
/// <param name="Old">What it was; null where nothing was stated, or it has been erased.</param>
/// <param name="New">What it is; null where nothing is stated, or it has been erased.</param>
/// <param name="By">Who corrected it; null where it has been erased.</param>
/// <param name="At">When.</param>
public sealed record Correction(ExtractField Field, string? Old, string? New, string? By, Instant At);
