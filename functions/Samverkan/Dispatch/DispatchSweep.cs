using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The timer's use case: finds what a crash left undone. Makes missing rows anew, and puts deliveries whose time has come,
/// or whose claim has ended, back on the queue; and tells of contacts that cannot be reached.
/// </summary>
public sealed partial class DispatchSweep(
    ILedgerStore store,
    IDeliveryLog deliveries,
    DeliveryProjection projection,
    AgendaProjection agenda,
    ContactNotices contactNotices,
    IDispatchQueue queue,
    IClock clock,
    ILogger<DispatchSweep> log)
{
    private const int Batch = 200;

    /// <summary>Sweeps once; returns how many deliveries were put on the queue.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await foreach (var head in store.HeadsAsync(cancellation))
            await RepairAsync(head, cancellation);

        var now = clock.GetCurrentInstant();
        var count = 0;
        await foreach (var ids in deliveries.DueAsync(now, cancellation).Chunk(Batch).WithCancellation(cancellation))
        {
            await queue.EnqueueAsync(ids, now, cancellation);
            count += ids.Length;
        }

        await contactNotices.TellAsync(cancellation);
        if (count > 0) LogRequeued(count);
        return count;
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
