using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Ledger.Retention;

/// <summary>
/// The use case that erases by rule, once a day at most: what was decided, by rule or by hand, and not carried out is carried
/// out, and what the register's rules let go and nothing still needs goes. Without rules nothing more is ever erased.
/// </summary>
public sealed class RetentionSweep(LedgerBook ledger, ILedgerStore store, RegisterBook registers, ErasureDesk desk, IClock clock)
{
    private const string Actor = "system:retention";
    private const int Batch = 1_000;

    /// <summary>Sweeps once; returns what was erased.</summary>
    public async Task<(int Events, int Documents)> RunAsync(CancellationToken cancellation)
    {
        List<StreamId> streams = [];
        await foreach (var head in store.HeadsAsync(cancellation)) streams.Add(head.Stream);
        await CarryOutAsync(streams, cancellation);

        var register = await registers.CurrentAsync(cancellation);
        var needed = new StillNeeded(ledger, register);
        var (events, documents) = (0, 0);
        foreach (var rule in register.Retention)
        {
            var kept = rule.What is RetainedKind.Documents ? await KeptAsync(streams, rule, needed, cancellation) : [];
            foreach (var stream in streams)
            {
                var erased = rule.What is RetainedKind.Documents
                    ? await EraseDocumentsAsync(stream, rule, kept, cancellation)
                    : await ErasePersonalAsync(stream, rule, needed, cancellation);
                (events, documents) = (events + erased.Events, documents + erased.Documents);
            }
        }

        return (events, documents);
    }

    // For one look a day, also where there are no rules: what a person decided waits for this.
    private async Task CarryOutAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation)
    {
        foreach (var some in streams.Chunk(Batch))
        {
            var histories = await ledger.PeekAsync<RetentionHistory>(some, cancellation);
            foreach (var (stream, _) in some.Zip(histories).Where(s => !s.Second.Open.IsEmpty))
                await desk.CarryOutAsync(stream, cancellation);
        }
    }

    private Task<(int Events, int Documents)> EraseDocumentsAsync(
        StreamId stream, RetentionRule rule, HashSet<DocumentHash> kept, CancellationToken cancellation)
    {
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        return EraseAsync(
            stream,
            rule,
            history => ([], [.. history.Documents.Where(d => !kept.Contains(d.Key) && RetentionClock.HasPassed(stream, history, d.Value, rule.Years, today)).Select(d => d.Key)]),
            cancellation);
    }

    private async Task<(int Events, int Documents)> ErasePersonalAsync(
        StreamId stream, RetentionRule rule, StillNeeded needed, CancellationToken cancellation)
    {
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        long[] Passed(RetentionHistory history) => [.. history.Personal.Where(p => RetentionClock.HasPassed(stream, history, p.Value, rule.Years, today)).Select(p => p.Key)];
        // Of most streams nothing has passed on most days, and what is needed of them is not asked.
        if (Passed(await ledger.LoadAsync<RetentionHistory>(stream, cancellation)).Length == 0) return (0, 0);
        var kept = await needed.VersionsAsync(stream, cancellation);
        return await EraseAsync(stream, rule, history => ([.. Passed(history).Where(version => !kept.Contains(version))], []), cancellation);
    }

    private Task<(int Events, int Documents)> EraseAsync(
        StreamId stream,
        RetentionRule rule,
        Func<RetentionHistory, (IReadOnlyList<long> Versions, IReadOnlyList<DocumentHash> Documents)> choose,
        CancellationToken cancellation) =>
        desk.EraseAsync(
            stream,
            Actor,
            choose,
            (versions, documents) => new ErasureDecided(versions, documents, rule.Decision, Reason: null),
            cancellation);

    // A document that several matters hold goes when the last of them lets it.
    private async Task<HashSet<DocumentHash>> KeptAsync(
        IReadOnlyList<StreamId> streams, RetentionRule rule, StillNeeded needed, CancellationToken cancellation)
    {
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        var kept = await needed.DocumentsAsync(streams, cancellation);
        foreach (var stream in streams)
        {
            var history = await ledger.LoadAsync<RetentionHistory>(stream, cancellation);
            kept.UnionWith(history.Documents.Where(d => !RetentionClock.HasPassed(stream, history, d.Value, rule.Years, today)).Select(d => d.Key));
        }

        return kept;
    }
}
