namespace Samverkan.Intake.Minutes;

/// <summary>A heading that was recognised.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Body">The body that it names ("Kommunstyrelsens beslut"), in its basic form; null where it names
/// none.</param>
/// <param name="Rest">What stands on the same line after the heading; empty where nothing does.</param>
internal readonly record struct HeadingMatch(SectionKind Kind, string? Body, string Rest);
