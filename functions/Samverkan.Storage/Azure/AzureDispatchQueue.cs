using System.Diagnostics;
using Azure;
using Azure.Storage.Queues;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The dispatch queue in the Queue service: plain text, a message living for ever, hidden until the delivery's next try. The
/// service hides for 7 days at most: what is due later comes in sight then, is found not to be due, and is put back by the
/// dispatch sweep when it is.
/// </summary>
internal sealed class AzureDispatchQueue(AzureAccount account, IClock clock) : IDispatchQueue, IDispatchReceiver
{
    private const int AtOnce = 16;
    private const int MostAReceive = 32;
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);
    private static readonly Duration MostHidden = Duration.FromDays(7);
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(2);

    private readonly QueueClient _queue = account.Queue(AzureNames.DispatchQueue);
    private TimeSpan _idle;
    private long _asked;

    /// <inheritdoc/>
    public async Task EnqueueAsync(IReadOnlyCollection<string> deliveryIds, Instant visibleAt, CancellationToken cancellation)
    {
        // A length of time, so that a clock that differs from the service's moves nothing.
        var wait = Duration.Max(Duration.Zero, Duration.Min(MostHidden, visibleAt - clock.GetCurrentInstant()));
        foreach (var ids in deliveryIds.Chunk(AtOnce))
            await Task.WhenAll(ids.Select(id => _queue.SendMessageAsync(id, Seconds(wait), ForEver, cancellation)));
        if (deliveryIds.Count > 0) _idle = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueuedDelivery>> ReceiveAsync(Instant now, int most, Duration hideFor, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(hideFor, Duration.Zero);
        // Each look costs, also at an empty queue: the longer nothing has come, the seldomer.
        if (Stopwatch.GetElapsedTime(_asked) < _idle) return [];
        _asked = Stopwatch.GetTimestamp();
        var messages = (await _queue.ReceiveMessagesAsync(Math.Min(most, MostAReceive), Seconds(hideFor), cancellation)).Value;
        _idle = messages.Length > 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(MostIdle.Ticks, (_idle.Ticks * 2) + TimeSpan.TicksPerMillisecond * 50));
        return [.. messages.Select(m => new QueuedDelivery(m.Body.ToString(), (int)m.DequeueCount, $"{m.MessageId} {m.PopReceipt}"))];
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(QueuedDelivery message, CancellationToken cancellation)
    {
        try
        {
            if (message.Receipt.Split(' ') is not [var id, var receipt]) throw new ArgumentException("The message was not received here.", nameof(message));
            await _queue.DeleteMessageAsync(id, receipt, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode is "MessageNotFound" or "PopReceiptMismatch")
        {
            return false;
        }
    }

    // The service counts in whole seconds; a message must not come before its time.
    private static TimeSpan Seconds(Duration wait) => TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
}
