using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>A writing that the body had before it (skrivelse, yttrande). At least one of the two is known.</summary>
/// <param name="By">Who wrote it; null where the text does not say.</param>
/// <param name="Date">Its date; null where none, or no whole one, is printed.</param>
public sealed record Submission(string? By, LocalDate? Date);
