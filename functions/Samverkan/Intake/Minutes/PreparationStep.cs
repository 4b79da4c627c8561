using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>An earlier body's dealing with the case. At least one of date and paragraph is printed.</summary>
/// <param name="Body">The body, in its basic form with a capital: "Arbetsutskottet".</param>
/// <param name="Date">The date; null where none, or no whole one, is printed.</param>
/// <param name="Paragraph">The paragraph of that body's minutes; null where it is not printed.</param>
public sealed record PreparationStep(string Body, LocalDate? Date, string? Paragraph);
