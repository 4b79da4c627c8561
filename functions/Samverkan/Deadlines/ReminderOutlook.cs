using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// The reminders that await one occurrence, or an agreement's end, as things stand: which series is running, which
/// reminder of it is due, and when the next one is. Of those that were missed only the newest is due.
/// </summary>
internal sealed class ReminderOutlook
{
    private const int LateOverdueDays = 6;
    private readonly Agreement _agreement;
    private readonly Obligation? _obligation;
    private readonly Occurrence? _occurrence;
    private readonly OccurrenceProgress _progress;

    private ReminderOutlook(Agreement agreement, Obligation? obligation, Occurrence? occurrence, OccurrenceProgress progress, IEnumerable<PlannedReminder> series)
    {
        (_agreement, _obligation, _occurrence, _progress) = (agreement, obligation, occurrence, progress);
        Series = series;
    }

    private IEnumerable<PlannedReminder> Series { get; }

    private LocalDate Date => _occurrence?.EffectiveDue ?? _agreement.To;

    /// <summary>The outlook of an occurrence.</summary>
    public static ReminderOutlook OfOccurrence(Agreement agreement, Obligation obligation, Occurrence occurrence, OccurrenceProgress progress) =>
        new(agreement, obligation, occurrence, progress, SeriesOf(obligation, occurrence, progress));

    /// <summary>The outlook of an agreement's end.</summary>
    public static ReminderOutlook OfAgreement(Agreement agreement, LocalDate? inUseFrom, OccurrenceProgress own) =>
        new(agreement, null, null, own, ReminderPlan.AgreementEnding(agreement, inUseFrom));

    /// <summary>The reminder that is due on a working day; null where none is, or the newest has gone.</summary>
    public DueReminder? DueOn(LocalDate day)
    {
        PlannedReminder? newest = null;
        foreach (var reminder in Series)
        {
            if (reminder.SendOn > day) break;
            newest = reminder;
        }

        if (newest is null || _progress.Reminded.Contains((newest.Kind, newest.Nominal))) return null;
        if (IsPointless(newest, day)) return null;
        var to = newest.Kind is ReminderKind.Overdue ? _agreement.Responsible.Union(_agreement.Escalation) : _agreement.Responsible;
        string[] missing = _obligation is null ? [] : [.. _progress.Missing(_obligation.Parts)];
        return new DueReminder(newest, _agreement, _obligation, _occurrence, day, Period.DaysBetween(day, Date), missing, [.. to]);
    }

    /// <summary>The next working day after <paramref name="day"/>, or that day itself where one is due on it, on which a reminder goes; null where none will.</summary>
    public LocalDate? NextAfter(LocalDate day)
    {
        var today = SwedishCalendar.NextWorkingDay(day);
        if (DueOn(today) is not null) return today;
        return Series.FirstOrDefault(r => r.SendOn > day)?.SendOn;
    }

    // A host that was off for long does not remind of what nobody can mend any more.
    private bool IsPointless(PlannedReminder newest, LocalDate day) => newest.Kind switch
    {
        ReminderKind.Reminder or ReminderKind.AgreementEnding => day > Date,
        ReminderKind.Overdue => day > LocalDate.Max(_occurrence!.LastDay, newest.SendOn.PlusDays(LateOverdueDays)),
        _ => false,
    };

    private static IEnumerable<PlannedReminder> SeriesOf(Obligation obligation, Occurrence occurrence, OccurrenceProgress progress)
    {
        if (progress.Closed is not null) return [];
        if (!progress.IsComplete(obligation.Parts) || (!obligation.DraftByDeadline && progress.Adoption is null))
            return ReminderPlan.Reminders(occurrence, obligation).Concat(ReminderPlan.Overdue(occurrence));
        if (progress.Adoption is not null) return [];

        // What fell due before there was a draft to adopt was never missed.
        var complete = obligation.Parts.Max(part => Stockholm.DateOf(progress.Files.First(f => f.Part == part).ReceivedAt));
        return ReminderPlan.AdoptionPending(occurrence).SkipWhile(r => r.SendOn <= complete);
    }
}
