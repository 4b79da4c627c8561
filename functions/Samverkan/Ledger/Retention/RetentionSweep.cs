using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Ledger.Retention;

/// <summary>
/// The use case that erases by rule, once a day at most: what the register's rules let go goes, and what an earlier sweep
/// decided and did not carry out is carried out. Without rules nothing is ever erased.
/// </summary>
public sealed class RetentionSweep(LedgerBook ledger, ILedgerStore store, RegisterBook registers, ErasureDesk desk, IClock clock)
{
    private const string Actor = "system:retention";

    /// <summary>Sweeps once; returns what was erased.</summary>
    public async Task<(int Events, int Documents)> RunAsync(CancellationToken cancellation)
    {
        var rules = (await registers.CurrentAsync(cancellation)).Retention;
        if (rules.Count == 0) return (0, 0);
        List<StreamId> streams = [];
        await foreach (var head in store.HeadsAsync(cancellation)) streams.Add(head.Stream);
        foreach (var stream in streams) await desk.CarryOutAsync(stream, cancellation);

        var (events, documents) = (0, 0);
        foreach (var rule in rules)
        {
            var kept = rule.What is RetainedKind.Documents ? await KeptAsync(streams, rule, cancellation) : [];
            foreach (var stream in streams)
            {
                var erased = await EraseAsync(stream, rule, kept, cancellation);
                (events, documents) = (events + erased.Events, documents + erased.Documents);
            }
        }

        return (events, documents);
    }

    private Task<(int Events, int Documents)> EraseAsync(
        StreamId stream, RetentionRule rule, HashSet<DocumentHash> kept, CancellationToken cancellation)
    {
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        bool Passed(RetentionHistory history, Instant at) => RetentionClock.HasPassed(stream, history, at, rule.Years, today);
        return desk.EraseAsync(
            stream,
            Actor,
            history => rule.What is RetainedKind.Documents
                ? ([], [.. history.Documents.Where(d => !kept.Contains(d.Key) && Passed(history, d.Value)).Select(d => d.Key)])
                : ([.. history.Personal.Where(p => Passed(history, p.Value)).Select(p => p.Key)], []),
            (versions, documents) => new ErasureDecided(versions, documents, rule.Decision, Reason: null),
            cancellation);
    }

    // A document that several matters hold goes when the last of them lets it.
    private async Task<HashSet<DocumentHash>> KeptAsync(IReadOnlyList<StreamId> streams, RetentionRule rule, CancellationToken cancellation)
    {
        var today = Stockholm.DateOf(clock.GetCurrentInstant());
        HashSet<DocumentHash> kept = [];
        foreach (var stream in streams)
        {
            var history = await ledger.LoadAsync<RetentionHistory>(stream, cancellation);
            kept.UnionWith(history.Documents.Where(d => !RetentionClock.HasPassed(stream, history, d.Value, rule.Years, today)).Select(d => d.Key));
        }

        return kept;
    }
}
