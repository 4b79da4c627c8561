using NodaTime;

namespace Samverkan.Web.Pages;

/// <summary>One of an occurrence's reminders.</summary>
/// <param name="On">The working day that it goes on.</param>
/// <param name="HasGone">Whether it has gone.</param>
/// <param name="Left">How long before the last day, in Swedish.</param>
public sealed record ReminderLine(LocalDate On, bool HasGone, string Left);
