using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Ledger.Retention;
using Samverkan.Signals;

namespace Samverkan.Deadlines;

/// <summary>
/// The timer's use case: looks at every stream whose time has come. What is owed becomes owed, and who is to be told is
/// told, once, however often and wherever the sweep runs.
/// </summary>
public sealed partial class DeadlineSweep(
    LedgerBook ledger,
    RegisterBook registers,
    IAgenda agenda,
    AgendaProjection projection,
    NoticeDesk notices,
    EscalationDesk escalations,
    LedgerAnchor anchor,
    AnchorNotice anchorNotice,
    RetentionSweep retention,
    DeadlineOptions options,
    SweepSignals signals,
    IClock clock,
    ILogger<DeadlineSweep> log)
{
    private const string Actor = "system:deadline-sweep";
    private const int Batch = 500;
    private LocalDate? _swept;

    /// <summary>Sweeps once; returns how many streams were looked at.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        signals.RunAsync(SweepNames.Deadlines, () => SweepAsync(cancellation), cancellation);

    private async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var register = await registers.CurrentAsync(cancellation);

        await RebuildAsync(Stockholm.SweepDay(now), cancellation);
        var count = 0;
        await foreach (var rows in agenda.DueAsync(now, cancellation).Chunk(Batch).WithCancellation(cancellation))
        {
            await SweepAsync([.. rows.Select(r => r.Stream)], register, now, cancellation);
            count += rows.Length;
        }

        LogSwept(count);
        return count;
    }

    // Once a day the agenda is worked out anew, so that a row lost in a crash is missed for a day at most. So it is when the
    // clock has gone back behind a day's work: the rows were made for a time that is still to come.
    private async Task RebuildAsync(LocalDate day, CancellationToken cancellation)
    {
        var begins = await anchor.SetAsync(day, cancellation);
        var wentBack = _swept > day || (_swept is null && await anchor.NewestAsync(cancellation) > day);
        if (begins || wentBack) await projection.RebuildAsync(cancellation);

        // At the first sweep of a process too: the one before may have died between the anchor and its message.
        if (begins) await retention.RunAsync(cancellation);
        if (_swept != day) await anchorNotice.TellAsync(cancellation);
        _swept = day;
    }

    private async Task SweepAsync(IReadOnlyCollection<StreamId> streams, Register register, Instant now, CancellationToken cancellation)
    {
        var due = new List<(StreamId Stream, DueReminder Reminder)>();
        var urgent = new List<(StreamId Stream, DueEscalation Escalation)>();
        var years = new List<AgreementYear>(streams.Count);
        foreach (var stream in streams)
        {
            var year = await FollowAsync(stream, register, now, cancellation);
            years.Add(year);
            due.AddRange(AgreementRules.Reminders(year, register, now).Select(r => (stream, r)));
            urgent.AddRange(AgreementRules.Escalations(year, register, options, now).Select(e => (stream, e)));
        }

        // The message first: if the process dies before the reminder is recorded, the next sweep finds the message by its
        // key, sends no second one, and records the reminder.
        await notices.TellAsync(due.SelectMany(d => d.Reminder.To.Select(to => (to, ReminderItem.Of(d.Stream, d.Reminder)))), cancellation);
        foreach (var reminders in due.GroupBy(d => d.Stream, d => d.Reminder)) await RecordAsync(reminders, register, cancellation);
        await EscalateAsync(urgent, register, now, cancellation);
        await projection.SetAsync(years, cancellation);
    }

    // The state comes out of the decision: a stream is read once a sweep.
    private async Task<AgreementYear> FollowAsync(StreamId stream, Register register, Instant now, CancellationToken cancellation)
    {
        var seen = AgreementYear.Empty(stream);
        var recorded = await ledger.RecordAsync<AgreementYear>(
            stream, Actor, year => AgreementRules.Follow(seen = year, [], register, options, now), cancellation);
        return recorded.Aggregate(seen, (year, e) => year.Apply(e));
    }

    // The message first here too. Messages about deliveries that must be handed over by hand go one by one, whatever day it
    // is: each has its own package.
    private async Task EscalateAsync(IReadOnlyList<(StreamId Stream, DueEscalation Escalation)> urgent, Register register, Instant now, CancellationToken cancellation)
    {
        foreach (var (stream, escalation) in urgent)
        {
            await escalations.TellAsync(escalation, register, Stockholm.DateOf(now), cancellation);
            var id = escalation.Delivery.Id;
            await ledger.RecordAsync<AgreementYear>(
                stream,
                Actor,
                year => year.Deliveries.Find(id) is { EscalatedAt: null }
                    ? [new DeliveryEscalated(id, escalation.Obligation.Id, escalation.Occurrence.EffectiveDue, escalation.To) { Register = register.Number }]
                    : [],
                cancellation);
        }
    }

    private Task RecordAsync(IGrouping<StreamId, DueReminder> reminders, Register register, CancellationToken cancellation) =>
        ledger.RecordAsync<AgreementYear>(
            reminders.Key,
            Actor,
            year =>
            [
                .. reminders
                    .Where(r => !(r.Obligation is { } o ? year.Of(o.Id) : year.Own).Reminded.Contains((r.Planned.Kind, r.Planned.Nominal)))
                    .Select(r => new Reminded(r.Planned.Kind, r.Obligation?.Id, r.Planned.Nominal, r.Day, r.DaysLeft, r.To) { Register = register.Number }),
            ],
            cancellation);

    [LoggerMessage(3001, LogLevel.Debug, "The deadline sweep looked at {Count} streams")]
    private partial void LogSwept(int count);
}
