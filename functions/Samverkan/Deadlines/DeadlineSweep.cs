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
    EscalationDesk escalationDesk,
    LedgerAnchor anchor,
    AnchorNotice anchorNotice,
    RetentionSweep retention,
    DeadlineOptions options,
    SweepSignals signals,
    IClock clock,
    ILogger<DeadlineSweep> log)
{
    private const string Actor = "system:deadline-sweep";
    private const int Batch = 1_000;
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
        var written = Task.CompletedTask;
        var looked = SideBySide.SelectAsync(agenda.DueAsync(now, cancellation), (rows, token) => LookAsync(rows, register, now, token), cancellation);
        await foreach (var looks in looked.Chunk(Batch).WithCancellation(cancellation))
        {
            await written;
            await TellAsync(looks, register, now, cancellation);
            written = agenda.SetAsync([.. looks.Select(l => l.Row)], cancellation);
            count += looks.Length;
        }

        await written;
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

    private async Task TellAsync(IReadOnlyList<Look> looks, Register register, Instant now, CancellationToken cancellation)
    {
        // The message first: if the process dies before the reminder is recorded, the next sweep finds the message by its
        // key, sends no second one, and records the reminder.
        await notices.TellAsync(
            looks.SelectMany(l => l.Reminders.SelectMany(r => r.To.Select(to => (to, ReminderItem.Of(l.Stream, r))))), cancellation);
        foreach (var look in looks)
        {
            if (look.Reminders.Length > 0) await RecordAsync(look.Stream, look.Reminders, register, cancellation);
            await EscalateAsync(look.Stream, look.Escalations, register, now, cancellation);
        }
    }

    private async Task<IReadOnlyList<Look>> LookAsync(IReadOnlyList<AgendaRow> rows, Register register, Instant now, CancellationToken cancellation)
    {
        var looks = new List<Look>(rows.Count);
        foreach (var year in await ledger.PeekAsync<AgreementYear>([.. rows.Select(row => row.Stream)], cancellation))
            looks.Add(await LookAsync(year, register, now, cancellation));
        return looks;
    }

    private async ValueTask<Look> LookAsync(AgreementYear seen, Register register, Instant now, CancellationToken cancellation)
    {
        var rules = new AgreementRules(seen.Stream, register, options);
        var year = await FollowAsync(seen, rules, now, cancellation);
        return new Look(year.Stream, [.. rules.Reminders(year, now)], [.. rules.Escalations(year, now)], AgendaRow.Of(year, rules, now));
    }

    // A stream in which nothing follows is not decided on, nor kept: of a hundred thousand that are due, most are such.
    private async ValueTask<AgreementYear> FollowAsync(AgreementYear year, AgreementRules rules, Instant now, CancellationToken cancellation)
    {
        if (rules.Follow(year, [], now).Count == 0) return year;
        var recorded = await ledger.RecordAsync<AgreementYear>(year.Stream, Actor, newest => rules.Follow(year = newest, [], now), cancellation);
        return recorded.Aggregate(year, (state, e) => state.Apply(e));
    }

    // The message first here too. Messages about deliveries that must be handed over by hand go one by one, whatever day it
    // is: each has its own package.
    private async Task EscalateAsync(
        StreamId stream, IReadOnlyList<DueEscalation> escalations, Register register, Instant now, CancellationToken cancellation)
    {
        foreach (var escalation in escalations)
        {
            await escalationDesk.TellAsync(escalation, register, Stockholm.DateOf(now), cancellation);
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

    private Task RecordAsync(StreamId stream, IReadOnlyList<DueReminder> reminders, Register register, CancellationToken cancellation) =>
        ledger.RecordAsync<AgreementYear>(
            stream,
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

    private sealed record Look(StreamId Stream, DueReminder[] Reminders, DueEscalation[] Escalations, AgendaRow Row);
}
