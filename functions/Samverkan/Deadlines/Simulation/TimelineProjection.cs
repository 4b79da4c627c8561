using System.Collections.Concurrent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Simulation;

/// <summary>Turns the ledger's events, as they are recorded, into lines of a timeline.</summary>
public sealed class TimelineProjection(Func<LedgerBook> ledger, RegisterBook registers) : IProjection
{
    /// <summary>The lines that have not been read yet, oldest first.</summary>
    public ConcurrentQueue<TimelineEntry> Entries { get; } = new();

    /// <inheritdoc/>
    public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
    {
        if (appended.All(e => e.Event is RegisterImported)) return;
        var register = await registers.CurrentAsync(cancellation);
        foreach (var e in appended)
            if (await EntryAsync(e, register, cancellation) is { } entry) Entries.Enqueue(entry);
    }

    private async Task<TimelineEntry?> EntryAsync(RecordedEvent e, Register register, CancellationToken cancellation) => e.Event switch
    {
        PlanReceived x => Of(e, register, "received", x.Obligation, detail: $"{x.Personal.Reveal(x.Document.Name)} ({x.Document.Part})"),
        ExtractReceived x => Of(e, register, "received", x.Obligation, detail: $"{x.Personal.Reveal(x.Document.Name)}: {string.Join(", ", Words(x.Decision))}"),
        PlanAdopted x => Of(e, register, "adopted", x.Obligation, detail: string.Join(", ", [.. Words(x.Decision), Date(x.Decision)])),
        Endorsed x => Of(e, register, "endorsed", null, detail: Endorsement(x)),
        OccurrenceFulfilled x => Of(e, register, "fulfilled", x.Obligation),
        OccurrenceReopened x => Of(e, register, "reopened", x.Obligation),
        OccurrenceClosed x => Of(e, register, "closed", x.Obligation, detail: x.Personal.Reveal(x.Reason)),
        OccurrenceLapsed x => Of(e, register, "closed", x.Obligation, detail: x.Reason),
        Reminded x => Of(e, register, ActionOf(x.Kind), x.Obligation, to: x.To) with { DaysLeft = x.DaysLeft },
        PeriodExtended x => new TimelineEntry(e.At, "extended", x.Agreement.Value, null, null, null, [], null,
            $"gäller till och med {SwedishDate.Long(x.NewEnd)}, förut {SwedishDate.Long(x.OldEnd)}"),
        FileQuarantined x => new TimelineEntry(e.At, "quarantined", null, null, null, null, [.. x.Told.Select(t => t.Value)], null,
            $"{x.Personal.Reveal(x.Name)}: {x.Personal.Reveal(x.Reason)}"),
        AttemptEnded x => await OfAttemptAsync(e, x, register, cancellation),
        DeliveryEscalated x => await OfEscalationAsync(e, x, register, cancellation),
        _ => null,
    };

    private async Task<TimelineEntry?> OfAttemptAsync(RecordedEvent e, AttemptEnded ended, Register register, CancellationToken cancellation)
    {
        var delivery = (await ledger().LoadAsync<DeliveryBook>(e.Stream, cancellation)).Find(ended.Id);
        if (delivery is null or { Version: DeliveryVersion.Notice }) return null;
        var action = ended.Outcome switch
        {
            AttemptOutcome.HandedOver or AttemptOutcome.WrittenToFile => "delivered",
            _ => ended.NextAt is null ? "needs-action" : null,
        };
        return action is null ? null : Of(e, register, action, delivery.Obligation, to: [delivery.Contact], detail: Detail(delivery, ended)) with
        {
            Version = DeliveryJson.Name(delivery.Version),
        };
    }

    private async Task<TimelineEntry?> OfEscalationAsync(RecordedEvent e, DeliveryEscalated escalated, Register register, CancellationToken cancellation)
    {
        var delivery = (await ledger().LoadAsync<DeliveryBook>(e.Stream, cancellation)).Find(escalated.Id);
        return delivery is null ? null : Of(e, register, "escalated", escalated.Obligation, escalated.To,
            $"till {delivery.Contact}: {string.Join(" + ", delivery.Documents.Select(d => d.Name))}") with
        {
            Version = DeliveryJson.Name(delivery.Version),
        };
    }

    private static TimelineEntry Of(
        RecordedEvent e, Register register, string action, ObligationId? obligation, IReadOnlyList<ContactId>? to = null, string? detail = null)
    {
        var owner = e.Stream.AgreementYear;
        return new TimelineEntry(e.At, action, owner?.Agreement, obligation?.Value, owner?.PlanYear, null,
            [.. (to ?? []).Select(c => c.Value)], DaysLeft(e, register, obligation), detail);
    }

    private static int? DaysLeft(RecordedEvent e, Register register, ObligationId? id)
    {
        if (id is not { } obligationId || e.Stream.AgreementYear is not { PlanYear: { } planYear } owner) return null;
        if (register.FindAgreement(AgreementId.Parse(owner.Agreement)) is not { } agreement) return null;
        if (agreement.FindObligation(obligationId) is not { } obligation) return null;
        return Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { } occurrence
            ? Period.DaysBetween(Stockholm.DateOf(e.At), occurrence.EffectiveDue)
            : null;
    }

    private static string Detail(Delivery delivery, AttemptEnded ended)
    {
        var documents = string.Join(" + ", delivery.Documents.Select(d => d.Name));
        var via = delivery.Via is { } group ? $", via {group}" : "";
        return ended.NextAt is null && ended.Outcome is AttemptOutcome.Transient or AttemptOutcome.Permanent ? $"{ended.Code}: {documents}{via}" : documents + via;
    }

    private static string ActionOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Reminder => "reminder",
        ReminderKind.Overdue => "overdue",
        ReminderKind.AdoptionPending => "adoption-pending",
        ReminderKind.AgreementEnding => "agreement-ending",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of reminder."),
    };

    private static IEnumerable<string> Words(Decision decision) =>
        new[] { decision.Body, decision.Paragraph is { } p ? $"§ {p}" : null, decision.DiaryNumber }.OfType<string>();

    private static string Date(Decision decision) =>
        decision.DecidedOn is { } day ? $"beslut {SwedishDate.Long(day)}" : "beslutsdatum framgår inte";

    private static string Endorsement(Endorsed e) => string.Join(", ",
        new[] { e.Body ?? "organet framgår inte", e.On is { } day ? SwedishDate.Long(day) : "datum framgår inte", e.Paragraph is { } p ? $"§ {p}" : null }.OfType<string>());
}
