using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>A part of an extract under its heading.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Body">The body that the heading names; null where it names none.</param>
/// <param name="Heading">The heading's line; null in the opening.</param>
/// <param name="Lines">What stands under the heading, beginning with what follows it on its own line.</param>
internal sealed record Section(SectionKind Kind, string? Body, TextLine? Heading, List<TextLine> Lines);
