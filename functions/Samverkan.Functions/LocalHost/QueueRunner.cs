using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Storage;
using Samverkan.Storage.Local;

namespace Samverkan.Functions.LocalHost;

/// <summary>
/// Runs the functions with a queue trigger, several messages at a time. One that keeps failing goes to the function of the
/// poison queue, as the Functions host moves it there. When the host stops, what is in hand may finish
/// for ten seconds; after that a delivery is abandoned to its lease and its message comes back by itself.
/// </summary>
internal sealed partial class QueueRunner(FunctionInvoker invoker, IDispatchReceiver queue, IClock clock, ILogger<QueueRunner> log)
    : BackgroundService
{
    /// <summary>
    /// Deliveries in hand at once: far more than one endpoint may have, so that none that holds on to its tries holds all, those
    /// whose end is being recorded keep nobody from sending, and each flush of the ledger is shared by many.
    /// </summary>
    internal const int AtOnce = 128;

    /// <summary>How long deliveries in hand may go on when the host stops.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private const int MostDequeues = 10;
    private const string PoisonSuffix = "-poison";
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private static readonly Duration HideFor = Duration.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var abandon = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => abandon.CancelAfter(Grace));
        var (function, poison) = Functions();
        using var room = new SemaphoreSlim(AtOnce);
        while (!stoppingToken.IsCancellationRequested)
        {
            var free = await TakeRoomAsync(room, stoppingToken);
            var messages = await ReceiveAsync(free, stoppingToken);
            if (free > messages.Count) room.Release(free - messages.Count);
            foreach (var message in messages) _ = InvokeAsync(function, poison, message, room, abandon.Token);
            if (messages.Count == 0) await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        for (var i = 0; i < AtOnce; i++) await room.WaitAsync(CancellationToken.None);
    }

    // All the room that there is, as soon as there is any; none where the host stops.
    private static async Task<int> TakeRoomAsync(SemaphoreSlim room, CancellationToken stop)
    {
        var one = room.WaitAsync(stop);
        await one.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!one.IsCompletedSuccessfully) return 0;
        var free = 1;
        while (room.Wait(0, CancellationToken.None)) free++;
        return free;
    }

    private async Task<IReadOnlyList<QueuedDelivery>> ReceiveAsync(int most, CancellationToken stop)
    {
        if (most <= 0) return [];
        try
        {
            return await queue.ReceiveAsync(clock.GetCurrentInstant(), most, HideFor, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception e)
        {
            LogUnreadable(e);
            await Task.Delay(TimeSpan.FromSeconds(5), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [];
        }
    }

    private static (FunctionDescriptor Function, FunctionDescriptor Poison) Functions()
    {
        var byQueue = FunctionCatalog.With<QueueTriggerAttribute>().ToLookup(f => f.Trigger.QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal), f => f.Function);
        return (byQueue[false].Single(), byQueue[true].Single());
    }

    private async Task InvokeAsync(FunctionDescriptor function, FunctionDescriptor poison, QueuedDelivery message, SemaphoreSlim room, CancellationToken abandon)
    {
        await Task.Yield();
        try
        {
            await invoker.InvokeAsync(function, [message.DeliveryId], abandon);
            await queue.DeleteAsync(message, CancellationToken.None);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            LogAbandoned(message.DeliveryId);
        }
        catch (Exception e)
        {
            LogFailed(e, message.DeliveryId, message.Dequeues);
            if (message.Dequeues >= MostDequeues) await GiveUpAsync(poison, message, abandon);
        }
        finally
        {
            room.Release();
        }
    }

    // Where that fails too, the message stays and comes back by itself.
    private async Task GiveUpAsync(FunctionDescriptor poison, QueuedDelivery message, CancellationToken abandon)
    {
        try
        {
            await invoker.InvokeAsync(poison, [message.DeliveryId], abandon);
            await queue.DeleteAsync(message, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogFailed(e, message.DeliveryId, message.Dequeues);
        }
    }

    [LoggerMessage(5201, LogLevel.Error, "The queue cannot be read; it is tried again in five seconds")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(5202, LogLevel.Error, "Delivery {Id} failed in the host (time {Dequeues}); its message comes back by itself")]
    private partial void LogFailed(Exception e, string id, int dequeues);

    [LoggerMessage(5203, LogLevel.Warning, "Delivery {Id} was abandoned to its lease because the host stops")]
    private partial void LogAbandoned(string id);
}
