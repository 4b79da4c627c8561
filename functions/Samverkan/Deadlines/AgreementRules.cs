using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// What follows for a whole stream: the rules of each of its occurrences, the reminders that are due, and when to look
/// again. Pure, like the rules it is made of.
/// </summary>
public static class AgreementRules
{
    /// <summary>
    /// The events that follow from <paramref name="facts"/> on a state, facts first: what is to be appended together.
    /// </summary>
    public static IReadOnlyList<LedgerEvent> Follow(
        AgreementYear year, IReadOnlyList<LedgerEvent> facts, Register register, DeadlineOptions options, Instant now)
    {
        var events = new List<LedgerEvent>();
        Take(facts);
        Take([.. LapseRules.Next(year, register)]);
        var rules = RulesOf(year.Stream, register, options);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var rule in rules) grown |= Take([.. rule.Next(year, now)]);
        }

        return events;

        bool Take(IReadOnlyList<LedgerEvent> next)
        {
            foreach (var e in next.Select(e => e with { Register = register.Number }))
            {
                events.Add(e);
                year = year.Apply(new RecordedEvent(year.Stream, year.Version + 1, now, "", e));
            }

            return next.Count > 0;
        }
    }

    /// <summary>The reminders that are due and have not gone. None before 06:00, and none on a day that is not a working day.</summary>
    public static IEnumerable<DueReminder> Reminders(AgreementYear year, Register register, Instant now)
    {
        var day = Stockholm.DateOf(now);
        return SwedishCalendar.IsWorkingDay(day) && now >= Stockholm.MorningOf(day)
            ? Outlooks(year, register).Select(o => o.DueOn(day)).OfType<DueReminder>()
            : [];
    }

    /// <summary>The deliveries that people are to be told of because their due time is near; on every day of the week.</summary>
    public static IEnumerable<DueEscalation> Escalations(AgreementYear year, Register register, DeadlineOptions options, Instant now) =>
        new EscalationRules(register, options).Due(year, now);

    /// <summary>When to look at the stream next; null for never, unless something new comes in.</summary>
    public static Instant? NextAt(AgreementYear year, Register register, DeadlineOptions options, Instant now)
    {
        if (LapseRules.Next(year, register).Any()) return now;
        var day = Stockholm.DateOf(now);
        var owed = RulesOf(year.Stream, register, options).Select(r => r.NextAt(year));
        var told = Outlooks(year, register).Select(o => o.NextAfter(day)).Select(d => d is { } date ? Stockholm.MorningOf(date) : (Instant?)null);
        return owed.Concat(told).Append(new EscalationRules(register, options).NextAt(year)).Where(at => at is not null).Min();
    }

    private static IReadOnlyList<OccurrenceRules> RulesOf(StreamId stream, Register register, DeadlineOptions options) =>
    [
        .. OccurrencesOf(stream, register)
            .Select(o => new OccurrenceRules(o.Agreement, o.Obligation, o.Occurrence, register, options)),
    ];

    private static IEnumerable<ReminderOutlook> Outlooks(AgreementYear year, Register register)
    {
        foreach (var (agreement, obligation, occurrence) in OccurrencesOf(year.Stream, register))
            yield return ReminderOutlook.OfOccurrence(agreement, obligation, occurrence, year.Of(obligation.Id));
        if (year.Stream.AgreementYear is { PlanYear: null } owner && Find(owner.Agreement, register) is { } ending)
            yield return ReminderOutlook.OfAgreement(ending, register.InUseFrom, year.Own);
    }

    private static IEnumerable<(Agreement Agreement, Obligation Obligation, Occurrence Occurrence)> OccurrencesOf(StreamId stream, Register register)
    {
        if (stream.AgreementYear is not { PlanYear: { } planYear } owner || Find(owner.Agreement, register) is not { } agreement) yield break;
        foreach (var obligation in agreement.Obligations)
            if (Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { } occurrence)
                yield return (agreement, obligation, occurrence);
    }

    private static Agreement? Find(string id, Register register) =>
        AgreementId.TryParse(id, out var agreement) ? register.FindAgreement(agreement) : null;
}
