using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>An earlier body's decision to stand behind the matter (ställningstagande).</summary>
/// <param name="Body">The body, as printed.</param>
/// <param name="Date">The date; null where none, or no whole one, is printed.</param>
public sealed record Endorsement(string Body, LocalDate? Date);
