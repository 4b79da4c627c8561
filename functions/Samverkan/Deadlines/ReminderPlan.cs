using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// The days on which the municipality's own people are told (design, section 7), as if nothing were ever received; what
/// has been received is for the sweep to weigh. All sequences are in the order of both their dates, computed as they are
/// read, with at most one message a day, and empty for what is history.
/// </summary>
public static class ReminderPlan
{
    private const int OverdueEvery = 7;
    private const int AdoptionPendingEvery = 30;
    private static readonly int[] DaysBeforeEnd = [180, 90, 30];

    /// <summary>
    /// The effective due date less each of the obligation's reminders, on the working day before where it is none. Of
    /// two on one day the newest stays.
    /// </summary>
    public static IEnumerable<PlannedReminder> Reminders(Occurrence occurrence, Obligation obligation) => occurrence.IsHistory
        ? []
        : Before(ReminderKind.Reminder, occurrence.EffectiveDue, obligation.ReminderDays);

    /// <summary>
    /// The day after the effective due date, then every 7 days to the end of the plan year or of the due date's year
    /// where that is later, on the working day after where it is none. The first is there even where the due date is
    /// the last day of that year.
    /// </summary>
    public static IEnumerable<PlannedReminder> Overdue(Occurrence occurrence)
    {
        if (occurrence.IsHistory) yield break;
        var first = occurrence.EffectiveDue.PlusDays(1);
        var last = LocalDate.Max(first, occurrence.LastDay);
        for (var nominal = first; nominal <= last; nominal = nominal.PlusDays(OverdueEvery))
            yield return Plan(ReminderKind.Overdue, SwedishCalendar.NextWorkingDay(nominal), nominal, occurrence.EffectiveDue);
    }

    /// <summary>
    /// Every 30 days after the effective due date, on the working day before where it is none, for as long as somebody
    /// reads on: an adoption that never comes is pending for ever, or until a person closes the occurrence.
    /// </summary>
    public static IEnumerable<PlannedReminder> AdoptionPending(Occurrence occurrence)
    {
        if (occurrence.IsHistory) yield break;
        for (var nominal = occurrence.EffectiveDue; ;)
        {
            nominal = nominal.PlusDays(AdoptionPendingEvery);
            yield return Plan(ReminderKind.AdoptionPending, SwedishCalendar.PreviousWorkingDay(nominal), nominal, occurrence.EffectiveDue);
        }
    }

    /// <summary>
    /// 180, 90 and 30 days before the agreement's last day, on the working day before where it is none. None for an
    /// agreement that ended before <paramref name="inUseFrom"/>.
    /// </summary>
    public static IEnumerable<PlannedReminder> AgreementEnding(Agreement agreement, LocalDate? inUseFrom) => agreement.To < inUseFrom
        ? []
        : Before(ReminderKind.AgreementEnding, agreement.To, DaysBeforeEnd);

    private static IEnumerable<PlannedReminder> Before(ReminderKind kind, LocalDate day, IReadOnlyList<int> daysDescending)
    {
        PlannedReminder? waiting = null;
        foreach (var days in daysDescending)
        {
            var nominal = day.PlusDays(-days);
            var next = Plan(kind, SwedishCalendar.PreviousWorkingDay(nominal), nominal, day);
            if (waiting is not null && waiting.SendOn != next.SendOn) yield return waiting;
            waiting = next;
        }

        if (waiting is not null) yield return waiting;
    }

    private static PlannedReminder Plan(ReminderKind kind, LocalDate sendOn, LocalDate nominal, LocalDate day) =>
        new(kind, sendOn, nominal, Period.DaysBetween(sendOn, day));
}
