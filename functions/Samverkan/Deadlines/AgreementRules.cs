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
    private readonly Agreement? _agreement;
    private readonly EscalationRules _escalations;
    private readonly OccurrenceRules[] _rules = [];
    private readonly LapseRules? _lapses;

    /// <summary>The rules of a stream under a register.</summary>
    public AgreementRules(StreamId stream, Register register, DeadlineOptions options)
    {
        (_register, _escalations) = (register, new EscalationRules(register, options));
        if (stream.AgreementYear is not { } owner || !AgreementId.TryParse(owner.Agreement, out var id)) return;
        _agreement = register.FindAgreement(id);
        if (owner.PlanYear is not { } planYear) return;
        Occurrence[] occurrences = _agreement is null ? [] : [.. Occurrences.Of(_agreement, planYear, register.InUseFrom)];
        _rules = [.. occurrences.Select(o => new OccurrenceRules(_agreement!, _agreement!.FindObligation(o.ObligationId)!, o, register, options))];
        _lapses = new LapseRules(_agreement, occurrences, register.FindEarlier(id).SelectMany(a => Occurrences.Of(a, planYear, register.InUseFrom)));
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
        Take(Lapses(year));
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var rule in _rules) grown |= Take(rule.Next(year, now));
        }

        return events;

        bool Take(IEnumerable<LedgerEvent> next)
        {
            var taken = events.Count;
            foreach (var e in next)
            {
                events.Add(e with { Register = _register.Number });
                year = year.Apply(new RecordedEvent(year.Stream, year.Version + 1, now, "", events[^1]));
            }

            return events.Count > taken;
        }
    }

    /// <summary>The reminders that are due and have not gone. None before 06:00, and none on a day that is not a working day.</summary>
    public IEnumerable<DueReminder> Reminders(AgreementYear year, Instant now)
    {
        var day = Stockholm.DateOf(now);
        if (!SwedishCalendar.IsWorkingDay(day) || now < Stockholm.MorningOf(day)) yield break;
        foreach (var outlook in Outlooks(year))
            if (outlook.DueOn(day) is { } due) yield return due;
    }

    /// <summary>The deliveries that people are to be told of because their due time is near; on every day of the week.</summary>
    public IEnumerable<DueEscalation> Escalations(AgreementYear year, Instant now) => _escalations.Due(year, now);

    /// <summary>When to look at the stream next; null for never, unless something new comes in.</summary>
    public Instant? NextAt(AgreementYear year, Instant now)
    {
        if (Lapses(year).Any()) return now;
        var day = Stockholm.DateOf(now);
        var next = _escalations.NextAt(year);
        foreach (var rule in _rules) next = Earlier(next, rule.NextAt(year));
        foreach (var outlook in Outlooks(year))
            if (outlook.NextAfter(day) is { } date) next = Earlier(next, Stockholm.MorningOf(date));
        return next;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other : one;

    private IEnumerable<LedgerEvent> Lapses(AgreementYear year) => _lapses?.Next(year) ?? [];

    private IEnumerable<ReminderOutlook> Outlooks(AgreementYear year)
    {
        foreach (var rule in _rules) yield return rule.Outlook(year);
        if (_agreement is not null && year.Stream.AgreementYear is { PlanYear: null })
            yield return ReminderOutlook.OfAgreement(_agreement, _register.InUseFrom, year.Own);
    }
}
