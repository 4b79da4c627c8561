using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines.Calendar;

/// <summary>One day in the calendar feed, as one register makes it.</summary>
/// <param name="Key">
/// Names it for ever: <c>agreement.obligation.planYear.due</c>, <c>….effective</c> or <c>….reminder.30</c> (the days
/// before the effective date, so that a moved date moves its reminders), <c>agreement.end</c> or <c>agreement.ending.90</c>.
/// </param>
/// <param name="Kind">What the day is.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null for the agreement's own days.</param>
/// <param name="PlanYear">The plan year; null for the agreement's own days.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">One line for people, in Swedish.</param>
/// <param name="Description">What it means, in Swedish.</param>
/// <param name="Responsible">The ids of those responsible, each followed by a space: a text, so that items compare.</param>
public sealed record CalendarItem(
    string Key,
    CalendarItemKind Kind,
    AgreementId Agreement,
    ObligationId? Obligation,
    int? PlanYear,
    LocalDate Day,
    string Summary,
    string Description,
    string Responsible)
{
    /// <summary>Whether a contact is among those responsible.</summary>
    public bool IsOf(ContactId contact) => Responsible.Split(' ').Contains(contact.Value, StringComparer.Ordinal);
}
