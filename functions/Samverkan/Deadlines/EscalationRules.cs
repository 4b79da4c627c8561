using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Deadlines;

/// <summary>
/// Which deliveries are to be handed over by hand because the due time is near. Pure. It is asked on every day of the week:
/// a due day that is a Sunday is as binding as any other, and a message that waited for Monday would come too late. After
/// downtime it is late rather than never, and it follows once for a delivery.
/// </summary>
internal sealed class EscalationRules(Register register, DeadlineOptions options)
{
    private static readonly Duration FirstTry = Duration.FromMinutes(15);

    /// <summary>Those whose time has come.</summary>
    public IEnumerable<DueEscalation> Due(AgreementYear year, Instant now) =>
        All(year).Where(e => e.At <= now).OrderBy(e => e.Escalation.Delivery.Id, StringComparer.Ordinal).Select(e => e.Escalation);

    /// <summary>When the next one's time comes, or came; null where none is to be looked for.</summary>
    public Instant? NextAt(AgreementYear year) => All(year).Select(e => (Instant?)e.At).Min();

    private IEnumerable<(Instant At, DueEscalation Escalation)> All(AgreementYear year)
    {
        Delivery[] open = [.. year.Deliveries.All.Where(d => d.EscalatedAt is null && (d.IsUndelivered || IsOnFile(d)))];
        return open.Length == 0 ? [] : All(open, new DeliveryDeadlines(year, register));
    }

    private IEnumerable<(Instant At, DueEscalation Escalation)> All(IEnumerable<Delivery> open, DeliveryDeadlines deadlines)
    {
        foreach (var delivery in open)
            if (deadlines.Of(delivery) is var (agreement, obligation, occurrence, _))
                yield return (At(delivery, occurrence.EffectiveDue), new(delivery, agreement, obligation, occurrence, [.. agreement.Responsible.Union(agreement.Escalation)]));
    }

    // What was owed well before is escalated a day ahead. What comes closer gets its chance: two tries, or until noon; and
    // what comes after noon one try, or a quarter of an hour.
    private Instant At(Delivery delivery, LocalDate due)
    {
        var early = Stockholm.EndOf(due) - options.EscalateBefore;
        if (delivery.CreatedAt < early) return early;
        var noon = due.At(options.EscalateAt).InZoneLeniently(Stockholm.Zone).ToInstant();
        var isAfternoon = delivery.CreatedAt >= noon;
        var failed = delivery.Attempts.Count(a => a.EndedAt is not null || a.Outcome is AttemptOutcome.Interrupted);
        if (failed > 0 && (isAfternoon || failed >= options.EscalateAfterFailures || delivery.AwaitsPerson || IsOnFile(delivery)))
            return delivery.Attempts[^1].EndedAt ?? delivery.Attempts[^1].StartedAt;
        return isAfternoon ? delivery.CreatedAt + FirstTry : noon;
    }

    // Where there is no mail server nobody has received it, and nothing is tried any more.
    private static bool IsOnFile(Delivery delivery) => delivery.State is DeliveryState.WrittenToFile;
}
