using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Digests;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Ledger;
using Samverkan.Signals;

namespace Samverkan.Dispatch;

/// <summary>
/// The timer's use case: finds what a crash left undone. Makes missing rows anew, and puts deliveries whose time has come,
/// or whose claim has ended, back on the queue; tells of contacts that cannot be reached, and in the morning of
/// what needs a person.
/// </summary>
public sealed partial class DispatchSweep(
    ILedgerStore store,
    IDeliveryLog deliveries,
    DeliveryProjection projection,
    AgendaProjection agenda,
    ContactNotices contactNotices,
    IDispatchQueue queue,
    PutBacks putBacks,
    DigestDesk digest,
    OwedFigures figures,
    SweepSignals signals,
    DispatchOptions options,
    IClock clock,
    ILogger<DispatchSweep> log)
{
    private const int Batch = 200;
    private static readonly Duration Ever = Duration.FromDays(36_500);
    private Instant? _swept;

    /// <summary>Sweeps once; returns how many deliveries were put on the queue.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        signals.RunAsync(SweepNames.Dispatch, () => SweepAsync(cancellation), cancellation);

    private async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await foreach (var head in store.HeadsAsync(cancellation))
            await RepairAsync(head, cancellation);

        var now = clock.GetCurrentInstant();
        var count = 0;
        await foreach (var ids in DueAsync(now, cancellation).Where(id => !putBacks.IsWaiting(id, now)).Chunk(Batch).WithCancellation(cancellation))
        {
            await queue.EnqueueAsync(ids, now, cancellation);
            count += ids.Length;
        }

        _swept = now;
        await contactNotices.TellAsync(cancellation);
        await digest.TellAsync(cancellation);
        await figures.ReadAsync(cancellation);
        if (count > 0) LogRequeued(count);
        return count;
    }

    // A clock that ran ahead leaves times behind that lie further off than any wait: they are looked for when the clock has
    // gone back, and once by each process, which cannot know whether it has.
    private async IAsyncEnumerable<string> DueAsync(
        Instant now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var id in deliveries.DueAsync(now, cancellation)) yield return id;
        if (_swept <= now) yield break;
        var likely = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in deliveries.DueAsync(now + options.LongestWait, cancellation)) likely.Add(id);
        await foreach (var id in deliveries.DueAsync(now + Ever, cancellation))
            if (!likely.Contains(id)) yield return id;
    }

    private async Task RepairAsync(StreamHead head, CancellationToken cancellation)
    {
        if (!await projection.RepairAsync(head, cancellation)) return;
        await agenda.ProjectAsync(head.Stream, [], cancellation);
        LogRepaired(head.Stream.Value, head.Version);
    }

    [LoggerMessage(2101, LogLevel.Warning, "The rows of stream {Stream} were behind and have been made up to version {Version}")]
    private partial void LogRepaired(string stream, long version);

    [LoggerMessage(2102, LogLevel.Debug, "{Count} deliveries are due and were put on the queue")]
    private partial void LogRequeued(int count);
}
