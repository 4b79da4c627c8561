using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;

namespace Samverkan.Intake;

/// <summary>An extract with where it belongs.</summary>
/// <param name="Index">Which extract of the file, from 0.</param>
/// <param name="Extract">What was read.</param>
/// <param name="Placement">Where it belongs, and why.</param>
public sealed record PlacedExtract(int Index, MinutesExtract Extract, Placement Placement);
