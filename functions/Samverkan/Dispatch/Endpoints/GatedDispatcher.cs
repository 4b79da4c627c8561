using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Channels;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// The queue's use case: lets a delivery in to its try where its endpoint has room and works. Otherwise nothing is claimed
/// and no try is counted; the delivery goes back on the queue for when it is worth coming again, or sooner where its due day
/// allows no such wait.
/// </summary>
public sealed partial class GatedDispatcher(
    Dispatcher dispatcher,
    LedgerBook ledger,
    RegisterBook registers,
    IEnumerable<IChannel> channels,
    EndpointPipelines endpoints,
    PutBacks putBacks,
    IDispatchQueue queue,
    DispatchOptions options,
    IClock clock,
    ILogger<GatedDispatcher> log)
{
    private readonly Dictionary<ChannelType, IChannel> _channels = channels.ToDictionary(c => c.Type);

    /// <summary>Tries a delivery as <see cref="Dispatcher.TryAsync"/> does, or puts it back untried.</summary>
    public async Task<DispatchResult> TryAsync(string deliveryId, CancellationToken cancellation)
    {
        if (await GateAsync(deliveryId, cancellation) is not { } gate) return await dispatcher.TryAsync(deliveryId, cancellation);
        SentAttempt? sent = null;
        var comeAgain = await endpoints.RunAsync(
            gate.Endpoint, async token => (sent = await dispatcher.SendAsync(deliveryId, token))?.Sending.Result.Endpoint ?? EndpointHealth.Unknown, cancellation);
        if (comeAgain is { } asked)
        {
            var until = InTime(gate, asked);
            await PutBackAsync(deliveryId, gate.Endpoint, until);
            return DispatchResult.PutBack(until);
        }

        putBacks.Forget(deliveryId);
        // The endpoint is free for the next as soon as it has answered; recording that is the ledger's time.
        var ended = sent is null ? DispatchResult.Nothing : await dispatcher.EndAsync(sent);
        if (ended.NextAt is { } next) endpoints.Expect(gate.Endpoint, next);
        return ended;
    }

    // Null where there is nothing to try, or nothing to share a fault: a file is written, the contact is missing.
    private async Task<Gate?> GateAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream)) return null;
        // What is known will do to choose the endpoint; whether it is claimed is decided in the ledger.
        var delivery = Claimable(ledger.Known<DeliveryBook>(stream), deliveryId)
            ?? Claimable(await ledger.LoadAsync<DeliveryBook>(stream, cancellation), deliveryId);
        if (delivery is null) return null;
        var register = await registers.CurrentAsync(cancellation);
        if (register.FindContact(delivery.Contact) is not { } contact) return null;
        var (way, _) = delivery.WaysTo(contact);
        return _channels.TryGetValue(way.Type, out var channel) && channel.EndpointOf(way) is { } endpoint ? new Gate(endpoint, delivery, register) : null;
    }

    // Worked out for what is put back alone, and without the ledger: what is let in pays nothing for it.
    private Instant InTime(Gate gate, Instant until)
    {
        var now = clock.GetCurrentInstant();
        return DeliveryDeadlines.DayOf(gate.Delivery, gate.Register) is { } due && RetrySchedule.CapBefore(due, now, options) is { } cap
            ? Instant.Min(until, now + cap)
            : until;
    }

    private Delivery? Claimable(DeliveryBook? book, string id) =>
        book?.Find(id) is { } delivery && delivery.MayBeClaimed(clock.GetCurrentInstant(), options.LongestWait) ? delivery : null;

    // Noted after it is on the queue: a crash in between costs the sweep one look.
    private async Task PutBackAsync(string deliveryId, EndpointId endpoint, Instant until)
    {
        await queue.EnqueueAsync([deliveryId], until, CancellationToken.None);
        putBacks.Note(deliveryId, until);
        LogPutBack(deliveryId, endpoint, until);
    }

    [LoggerMessage(2301, LogLevel.Debug, "Delivery {Id} is put back untried until {Until}: {Endpoint} has no room or is left alone")]
    private partial void LogPutBack(string id, EndpointId endpoint, Instant until);

    private sealed record Gate(EndpointId Endpoint, Delivery Delivery, Register Register);
}
