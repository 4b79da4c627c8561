using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Something that a person should look at.</summary>
/// <param name="Code">A stable code: one of <see cref="MinutesWarnings"/>.</param>
/// <param name="At">Where; null where it concerns the document as a whole.</param>
public sealed record ReadingWarning(string Code, Place? At);
