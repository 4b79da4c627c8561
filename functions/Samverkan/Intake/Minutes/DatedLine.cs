using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>A line with a date, and how surely the date is the meeting's: 4 where the line says so, 1 where it says
/// nothing.</summary>
internal readonly record struct DatedLine(int Rank, DateMatch Match, TextLine Line);
