using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// The use case of the queue: one try of one delivery. Claims it in the ledger, hands it to its channel, records the end.
/// If the process dies after the claim, the claim's end lets another host try again with the same id.
/// </summary>
public sealed partial class Dispatcher(
    LedgerBook ledger,
    RegisterBook registers,
    IArchive archive,
    IEnumerable<IChannel> channels,
    LetterWriter letters,
    DispatchOptions options,
    DeadlineOptions deadlines,
    HostName host,
    IClock clock,
    ILogger<Dispatcher> log)
{
    private readonly Dictionary<ChannelType, IChannel> _channels = channels.ToDictionary(c => c.Type);

    /// <summary>
    /// Tries a delivery if it is its time and nobody else is at it; otherwise does nothing. Returns what was recorded.
    /// Cancellation abandons the try to its lease.
    /// </summary>
    public async Task<DispatchResult> TryAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream))
        {
            LogNotAnId(deliveryId.Length);
            return DispatchResult.Nothing;
        }

        if (await ClaimAsync(stream, deliveryId, cancellation) is not { } claimed) return DispatchResult.Nothing;
        var attempt = claimed.Attempts[^1].Number;
        LogClaimed(deliveryId, attempt);
        var (channel, result) = await SendAsync(stream, claimed, attempt, cancellation);
        return await EndAsync(stream, deliveryId, attempt, channel, result);
    }

    private async Task<Delivery?> ClaimAsync(StreamId stream, string id, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var claims = await ledger.RecordAsync<DeliveryBook>(
            stream,
            host.Actor,
            book => book.Find(id) is { } d && d.MayBeClaimed(now)
                ? [new DeliveryClaimed(id, d.Attempts.Count + 1, now + options.Lease)]
                : [],
            cancellation);
        return claims.Count == 0 ? null : (await ledger.LoadAsync<DeliveryBook>(stream, cancellation)).Find(id);
    }

    private async Task<(Channel? Channel, ChannelResult Result)> SendAsync(
        StreamId stream, Delivery delivery, int attempt, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        if (register.FindContact(delivery.Contact) is not { } contact)
            return (null, new ChannelResult(AttemptOutcome.Permanent, "contact.missing", null));
        if (!_channels.TryGetValue(contact.Channel.Type, out var channel))
            return (contact.Channel, new ChannelResult(AttemptOutcome.Permanent, "channel.not-available", null));

        var parcel = new Parcel(delivery.Id, contact, contact.Channel, letters.Write(delivery, contact, register),
            delivery.CreatedAt, delivery.Documents, archive.OpenAsync)
        {
            Matter = delivery.Matter,
            LinkedLetter = letters.WriteLinked(delivery, contact, register),
        };
        await using var lease = new LeaseRenewal(options.Lease, renew => RenewAsync(stream, delivery.Id, attempt, renew), cancellation);
        return (contact.Channel, await channel.SendAsync(parcel, lease.Held));
    }

    private async Task<bool> RenewAsync(StreamId stream, string id, int attempt, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var renewed = await ledger.RecordAsync<DeliveryBook>(
            stream,
            host.Actor,
            book => book.Find(id)?.IsClaimedBy(attempt) == true ? [new ClaimRenewed(id, attempt, now + options.Lease)] : [],
            cancellation);
        return renewed.Count > 0;
    }

    // What was sent is recorded whatever else is being stopped: without this the contact would get a copy.
    private async Task<DispatchResult> EndAsync(StreamId stream, string id, int attempt, Channel? channel, ChannelResult result)
    {
        var now = clock.GetCurrentInstant();
        var ended = stream.AgreementYear is null
            ? await ledger.RecordAsync<DeliveryBook>(
                stream, host.Actor, book => End(book, id, attempt, channel, result, now), CancellationToken.None)
            : await EndAsync(stream, year => End(year.Deliveries, id, attempt, channel, result, now), now);
        LogEnded(id, attempt, result.Outcome, result.Code);
        return ended.Count == 0 ? DispatchResult.LostClaim : DispatchResult.Tried(result);
    }

    // What follows from the end, such as that the occurrence is fulfilled, is recorded with it.
    private async Task<IReadOnlyList<RecordedEvent>> EndAsync(
        StreamId stream, Func<AgreementYear, IReadOnlyList<LedgerEvent>> end, Instant now)
    {
        var register = await registers.CurrentAsync(CancellationToken.None);
        return await ledger.RecordAsync<AgreementYear>(
            stream,
            host.Actor,
            year => end(year) is { Count: > 0 } ended ? AgreementRules.Follow(year, ended, register, deadlines, now) : [],
            CancellationToken.None);
    }

    private IReadOnlyList<LedgerEvent> End(DeliveryBook book, string id, int attempt, Channel? channel, ChannelResult result, Instant now) =>
        book.Find(id)?.AwaitsEndOf(attempt) == true ? [Ended(id, attempt, channel, result, now)] : [];

    private AttemptEnded Ended(string id, int attempt, Channel? channel, ChannelResult result, Instant now)
    {
        var personal = new PersonalValues();
        return new AttemptEnded(
            id,
            attempt,
            result.Outcome,
            result.Code,
            channel is null ? null : personal.Commit(channel.Address),
            result.Answer is null ? null : personal.Commit(result.Answer),
            result.Outcome is AttemptOutcome.Transient ? RetrySchedule.NextAfter(attempt, now, options) : null)
        {
            Personal = personal,
        };
    }

    [LoggerMessage(2001, LogLevel.Warning, "A queue message of {Length} characters is not a delivery's id and is dropped")]
    private partial void LogNotAnId(int length);

    [LoggerMessage(2002, LogLevel.Information, "Delivery {Id}: attempt {Attempt} begins")]
    private partial void LogClaimed(string id, int attempt);

    [LoggerMessage(2003, LogLevel.Information, "Delivery {Id}: attempt {Attempt} ended as {Outcome} ({Code})")]
    private partial void LogEnded(string id, int attempt, AttemptOutcome outcome, string code);
}
