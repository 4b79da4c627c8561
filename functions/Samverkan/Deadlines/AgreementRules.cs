using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// What follows for a whole stream: the rules of each of its occurrences, the reminders that are due, and when to look
/// again. Pure, like the rules it is made of; what the register says of the stream is worked out once for all of them.
/// </summary>
public sealed class AgreementRules
{
    private readonly Register _register;
    private readonly DeadlineOptions _options;
    private readonly Agreement? _agreement;
    private readonly IReadOnlyList<(Obligation Obligation, Occurrence Occurrence)> _occurrences;
    private readonly IReadOnlyList<OccurrenceRules> _rules;

    /// <summary>The rules of a stream under a register.</summary>
    public AgreementRules(StreamId stream, Register register, DeadlineOptions options)
    {
        (_register, _options) = (register, options);
        if (stream.AgreementYear is { } owner && AgreementId.TryParse(owner.Agreement, out var id)) _agreement = register.FindAgreement(id);
        _occurrences = _agreement is not null && stream.AgreementYear is { PlanYear: { } planYear } ? [.. OccurrencesOf(_agreement, planYear, register)] : [];
        _rules = [.. _occurrences.Select(o => new OccurrenceRules(_agreement!, o.Obligation, o.Occurrence, register, options))];
    }

    /// <summary>
    /// The events that follow from <paramref name="facts"/> on a state, facts first: what is to be appended together.
    /// </summary>
    public static IReadOnlyList<LedgerEvent> Follow(
        AgreementYear year, IReadOnlyList<LedgerEvent> facts, Register register, DeadlineOptions options, Instant now) =>
        new AgreementRules(year.Stream, register, options).Follow(year, facts, now);

    /// <summary>
    /// The events that follow from <paramref name="facts"/> on a state of the stream, facts first: what is to be appended
    /// together.
    /// </summary>
    public IReadOnlyList<LedgerEvent> Follow(AgreementYear year, IReadOnlyList<LedgerEvent> facts, Instant now)
    {
        var events = new List<LedgerEvent>();
        Take(facts);
        Take([.. LapseRules.Next(year, _register)]);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var rule in _rules) grown |= Take([.. rule.Next(year, now)]);
        }

        return events;

        bool Take(IReadOnlyList<LedgerEvent> next)
        {
            foreach (var e in next.Select(e => e with { Register = _register.Number }))
            {
                events.Add(e);
                year = year.Apply(new RecordedEvent(year.Stream, year.Version + 1, now, "", e));
            }

            return next.Count > 0;
        }
    }

    /// <summary>The reminders that are due and have not gone. None before 06:00, and none on a day that is not a working day.</summary>
    public IEnumerable<DueReminder> Reminders(AgreementYear year, Instant now)
    {
        var day = Stockholm.DateOf(now);
        return SwedishCalendar.IsWorkingDay(day) && now >= Stockholm.MorningOf(day)
            ? Outlooks(year).Select(o => o.DueOn(day)).OfType<DueReminder>()
            : [];
    }

    /// <summary>The deliveries that people are to be told of because their due time is near; on every day of the week.</summary>
    public IEnumerable<DueEscalation> Escalations(AgreementYear year, Instant now) => new EscalationRules(_register, _options).Due(year, now);

    /// <summary>When to look at the stream next; null for never, unless something new comes in.</summary>
    public Instant? NextAt(AgreementYear year, Instant now)
    {
        if (LapseRules.Next(year, _register).Any()) return now;
        var day = Stockholm.DateOf(now);
        var owed = _rules.Select(r => r.NextAt(year));
        var told = Outlooks(year).Select(o => o.NextAfter(day)).Select(d => d is { } date ? Stockholm.MorningOf(date) : (Instant?)null);
        return owed.Concat(told).Append(new EscalationRules(_register, _options).NextAt(year)).Where(at => at is not null).Min();
    }

    private IEnumerable<ReminderOutlook> Outlooks(AgreementYear year)
    {
        foreach (var (obligation, occurrence) in _occurrences)
            yield return ReminderOutlook.OfOccurrence(_agreement!, obligation, occurrence, year.Of(obligation.Id));
        if (_agreement is not null && year.Stream.AgreementYear is { PlanYear: null })
            yield return ReminderOutlook.OfAgreement(_agreement, _register.InUseFrom, year.Own);
    }

    private static IEnumerable<(Obligation Obligation, Occurrence Occurrence)> OccurrencesOf(Agreement agreement, int planYear, Register register)
    {
        foreach (var obligation in agreement.Obligations)
            if (Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { } occurrence)
                yield return (obligation, occurrence);
    }
}
