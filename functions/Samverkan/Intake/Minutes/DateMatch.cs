using NodaTime;

namespace Samverkan.Intake.Minutes;

/// <summary>A date found in a text.</summary>
/// <param name="Start">Where its first digit is.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Date">The date; null where it is printed but not whole, or is no day of the calendar.</param>
internal readonly record struct DateMatch(int Start, int End, LocalDate? Date);
