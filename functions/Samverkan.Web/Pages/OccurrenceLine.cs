using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>One year's obligation: when it is due, where it stands, and how it came there.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Line">The occurrence, seen from today.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Steps">The steps that led there, oldest first.</param>
/// <param name="Reminders">The reminders before its last day, in order.</param>
/// <param name="Today">The day that it is seen from.</param>
public sealed record OccurrenceLine(
    Obligation Obligation,
    DueLine Line,
    OccurrenceWords State,
    IReadOnlyList<StepLine> Steps,
    IReadOnlyList<ReminderLine> Reminders,
    LocalDate Today)
{
    /// <summary>The occurrence.</summary>
    public Occurrence Occurrence => Line.Occurrence;

    /// <summary>Whether nobody waits for it any more: it is fulfilled or closed, and how far off its day is says nothing.</summary>
    public bool IsOver { get; init; }

    /// <summary>Makes the line of an occurrence from its stream. Pure.</summary>
    public static OccurrenceLine Of(Obligation obligation, Occurrence occurrence, AgreementYear year, LocalDate today)
    {
        var progress = year.Of(obligation.Id);
        var status = OccurrenceStatus.Of(year, obligation, occurrence, today);
        return new OccurrenceLine(
            obligation,
            DueLine.Of(obligation.Title, occurrence, today),
            OccurrenceWords.Of(status.State, occurrence),
            [.. status.Steps.Select(step => Step(step, obligation, year, progress))],
            [.. ReminderPlan.Reminders(occurrence, obligation).Select(r => Reminder(r, progress))],
            today)
        {
            IsOver = status.State is OccurrenceState.Fulfilled or OccurrenceState.Closed,
        };
    }

    private static StepLine Step(OccurrenceStep step, Obligation obligation, AgreementYear year, OccurrenceProgress progress) => new(
        OccurrenceWords.Of(step.State),
        step.At,
        StepWords.Why(step, obligation, progress.Adoption),
        step.Document is { } hash ? year.FindExtract(hash)?.Name ?? progress.Files.FirstOrDefault(f => f.Hash == hash)?.Name : null,
        step.By,
        step.Event);

    private static ReminderLine Reminder(PlannedReminder planned, OccurrenceProgress progress) => new(
        planned.SendOn,
        progress.Reminded.Contains((planned.Kind, planned.Nominal)),
        planned.DaysLeft switch
        {
            0 => "samma dag",
            1 => "1 dag före",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{planned.DaysLeft} dagar före"),
        });
}
