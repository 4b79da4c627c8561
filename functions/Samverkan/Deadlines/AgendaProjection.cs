using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>Keeps the agenda: after each event of an agreement's stream, when to look at it next; after an import, for all.</summary>
public sealed class AgendaProjection(
    Func<LedgerBook> ledger, RegisterBook registers, IAgenda agenda, DeadlineOptions options, IClock clock) : IProjection
{
    private const int Batch = 2_000;

    /// <inheritdoc/>
    public async Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation)
    {
        if (stream == StreamId.Register)
        {
            // A diary number moves no date.
            if (appended.Any(e => e.Event is not (DiaryNumberLearned or DiaryNumberForgotten))) await RebuildAsync(cancellation);
        }
        else if (stream.AgreementYear is not null && (appended.Count == 0 || !appended.All(MovesNoDate)))
        {
            var year = await ledger().LoadAsync<AgreementYear>(stream, appended, cancellation);
            if (appended.Count > 0 && appended.All(e => MovesNoDate(e) || IsDone(e, year.Deliveries))) return;
            var register = await registers.CurrentAsync(cancellation);
            await agenda.SetAsync([RowOf(year, register, clock.GetCurrentInstant())], cancellation);
        }
    }

    /// <summary>Works out the agenda of every occurrence, and of every agreement's end, anew.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        var streams = register.Agreements.Concat(register.Earlier).SelectMany(StreamsOf).Distinct().ToAsyncEnumerable();
        await foreach (var rows in SideBySide.SelectAsync(streams, RowsAsync, cancellation).Chunk(Batch).WithCancellation(cancellation))
            await agenda.SetAsync(rows, cancellation);
    }

    private async Task<IReadOnlyList<AgendaRow>> RowsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        var now = clock.GetCurrentInstant();
        return [.. (await ledger().PeekAsync<AgreementYear>(streams, cancellation)).Select(year => RowOf(year, register, now))];
    }

    private AgendaRow RowOf(AgreementYear year, Register register, Instant now) =>
        AgendaRow.Of(year, new AgreementRules(year.Stream, register, options), now);

    // A try that begins changes nothing of what is to be looked at when; a later one may tell that the one before was cut off.
    private static bool MovesNoDate(RecordedEvent e) => e.Event is DeliveryClaimed { Attempt: 1 } or ClaimRenewed;

    // A decision that has been handed over is no occurrence's, and nothing waits for it.
    private static bool IsDone(RecordedEvent e, DeliveryBook deliveries) =>
        e.Event is AttemptEnded { Outcome: AttemptOutcome.HandedOver } ended && deliveries.Find(ended.Id) is { Obligation: null, IsReceived: true };

    private static IEnumerable<StreamId> StreamsOf(Agreement agreement) =>
        Enumerable.Range(agreement.From.Year, agreement.To.Year - agreement.From.Year + 1)
            .Select(year => StreamId.OfAgreement(agreement.Id.Value, year))
            .Append(StreamId.OfAgreement(agreement.Id.Value, null));
}
