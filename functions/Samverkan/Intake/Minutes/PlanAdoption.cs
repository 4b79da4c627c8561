using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>A plan's note of its adoption: "Antagen av kommunstyrelsen 2022-12-12, § 193".</summary>
/// <param name="Body">The body that adopted it, in its basic form with a capital; null where it is not said.</param>
/// <param name="Date">The day; null where none, or no whole one, is printed.</param>
/// <param name="Paragraph">The paragraph of the body's minutes; null where it is not printed.</param>
public sealed record PlanAdoption(string? Body, LocalDate? Date, string? Paragraph);
