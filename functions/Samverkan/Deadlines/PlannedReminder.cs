using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>
/// A day on which a message goes, if what it reminds of is still so.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="SendOn">The day, always a working day.</param>
/// <param name="Nominal">The day before it was moved to a working day; with kind and occurrence it names the message.</param>
/// <param name="DaysLeft">
/// Days from <paramref name="SendOn"/> to the effective due date or to the agreement's end; negative when it has passed.
/// </param>
public sealed record PlannedReminder(ReminderKind Kind, LocalDate SendOn, LocalDate Nominal, int DaysLeft);
