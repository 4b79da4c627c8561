namespace Samverkan.Intake.Minutes;

/// <summary>A warning of a reading, as it is kept.</summary>
/// <param name="Code">One of <see cref="MinutesWarnings"/>.</param>
/// <param name="Page">The page; null where it concerns the whole.</param>
/// <param name="Line">The line; null where it concerns the whole.</param>
/// <param name="Words">The words there; null where it concerns the whole.</param>
public sealed record ReadWarning(string Code, int? Page, int? Line, string? Words);
