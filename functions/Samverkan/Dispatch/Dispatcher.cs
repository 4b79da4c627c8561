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
    ContactNotices contactNotices,
    AttemptSignals signals,
    HostName host,
    IClock clock,
    ILogger<Dispatcher> log)
{
    private readonly Dictionary<ChannelType, IChannel> _channels = channels.ToDictionary(c => c.Type);

    /// <summary>
    /// Tries a delivery if it is its time and nobody else is at it; otherwise does nothing. Returns what was recorded.
    /// Cancellation abandons the try to its lease.
    /// </summary>
    public async Task<DispatchResult> TryAsync(string deliveryId, CancellationToken cancellation) =>
        await SendAsync(deliveryId, cancellation) is { } sent ? await EndAsync(sent) : DispatchResult.Nothing;

    /// <summary>
    /// The first part of a try: claims the delivery and hands it to its channel. Null where nothing was begun. The caller
    /// gives what is returned to <see cref="EndAsync(SentAttempt)"/>, at once and whatever happens.
    /// </summary>
    internal async Task<SentAttempt?> SendAsync(string deliveryId, CancellationToken cancellation)
    {
        if (!DeliveryId.TryStreamOf(deliveryId, out var stream))
        {
            LogNotAnId(deliveryId.Length);
            return null;
        }

        var begun = await ClaimAsync(stream, deliveryId, cancellation);
        if (begun is not [{ Event: DeliveryClaimed claim }]) return null;
        var claimed = (await ledger.LoadAsync<DeliveryBook>(stream, begun, cancellation)).Find(deliveryId)!;
        LogClaimed(deliveryId, claimed.Attempts[^1].Number);
        var measure = signals.Begin(claimed);
        try
        {
            var register = await registers.CurrentAsync(cancellation);
            var sending = await SendAsync(stream, claimed, claim.LeaseUntil, measure, register, cancellation);
            measure.Answered(sending.Result);
            return new SentAttempt(stream, claimed, begun, sending, register, measure);
        }
        catch
        {
            measure.Dispose();
            throw;
        }
    }

    /// <summary>Records the end of a try, and what follows from it. Not to be given up: what was sent is recorded whatever else stops.</summary>
    internal async Task<DispatchResult> EndAsync(SentAttempt sent)
    {
        using var measure = sent.Measure;
        var (delivery, result, now) = (sent.Delivery, sent.Sending.Result, clock.GetCurrentInstant());
        var ended = sent.Stream.AgreementYear is null
            ? await RecordAsync<DeliveryBook>(sent, AttemptEnd.Of(delivery, sent.Sending, due: null, now, options), book => book, (_, events) => events)
            : await EndAsync(sent, now);
        LogEnded(delivery.Id, delivery.Attempts[^1].Number, result.Outcome, result.Code);
        return ended.Count == 0 ? DispatchResult.LostClaim : DispatchResult.Tried(result, ended.Select(e => e.Event).OfType<AttemptEnded>().FirstOrDefault()?.NextAt);
    }

    private async Task<IReadOnlyList<RecordedEvent>> ClaimAsync(StreamId stream, string id, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return await ledger.RecordAsync<DeliveryBook>(
            stream,
            host.Actor,
            book => book.Find(id) is { } d && d.MayBeClaimed(now, options.LongestWait) ? [Begin(book, d, now)] : [],
            cancellation,
            waitForRows: false);
    }

    // What another delivery has taken the place of is not sent any more, even if nobody has noted it yet.
    private LedgerEvent Begin(DeliveryBook book, Delivery delivery, Instant now)
    {
        if (delivery.Obligation is { } obligation && book.Superseded(obligation, now).FirstOrDefault(r => r.Id == delivery.Id) is { } replaced)
            return new DeliveriesReplaced([replaced]);
        return AttemptEnd.OfInterrupted(delivery, now, options)
            ?? (LedgerEvent)new DeliveryClaimed(delivery.Id, delivery.Attempts.Count + 1, now + options.Lease);
    }

    private async Task<Sending> SendAsync(
        StreamId stream, Delivery delivery, Instant leaseUntil, AttemptMeasure measure, Register register, CancellationToken cancellation)
    {
        if (register.FindContact(delivery.Contact) is not { } contact)
            return new(null, null, new ChannelResult(AttemptOutcome.Permanent, "contact.missing", null));
        var (way, other) = delivery.WaysTo(contact);
        if (!_channels.TryGetValue(way.Type, out var channel))
            return new(way, other, new ChannelResult(AttemptOutcome.Permanent, "channel.not-available", null));
        measure.Uses(way.Type, channel.EndpointOf(way));

        await using var lease = new LeaseRenewal(
            options.Lease,
            leaseUntil - clock.GetCurrentInstant(),
            renew => RenewAsync(stream, delivery.Id, delivery.Attempts[^1].Number, renew),
            cancellation);
        return new(way, other, await SendAsync(channel, delivery, new(contact, way), register, lease.Held));
    }

    // What fails in this host, such as the archive, may pass as well as what fails on the other side. Left to the lease it
    // would count as a host that died, and come to a person long before the tries are spent.
    private async Task<ChannelResult> SendAsync(
        IChannel channel, Delivery delivery, (Contact Contact, Channel Way) to, Register register, CancellationToken held)
    {
        try
        {
            var parcel = new Parcel(delivery.Id, to.Contact, to.Way, letters.Write(delivery, to.Contact, register),
                delivery.CreatedAt, delivery.Documents, archive.OpenAsync)
            {
                Matter = delivery.Matter,
                LinkedLetter = letters.WriteLinked(delivery, to.Contact, register),
            };
            return await channel.SendAsync(parcel, held);
        }
        catch (Exception e) when (!held.IsCancellationRequested)
        {
            LogFailed(e, delivery.Id, delivery.Attempts[^1].Number);
            return new ChannelResult(AttemptOutcome.Transient, PoisonDesk.Failed, null);
        }
    }

    private async Task<bool> RenewAsync(StreamId stream, string id, int attempt, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var renewed = await ledger.RecordAsync<DeliveryBook>(
            stream,
            host.Actor,
            book => book.Find(id)?.IsClaimedBy(attempt) == true ? [new ClaimRenewed(id, attempt, now + options.Lease)] : [],
            cancellation,
            waitForRows: false);
        return renewed.Count > 0;
    }

    // What follows from the end, such as that the occurrence is fulfilled, is recorded with it. That the first channel will
    // not do is told before it is recorded: if the host dies in between, the try is made again, and told of no more.
    private async Task<IReadOnlyList<RecordedEvent>> EndAsync(SentAttempt sent, Instant now)
    {
        var (delivery, result) = (sent.Delivery, sent.Sending.Result);
        var state = await ledger.LoadAsync<AgreementYear>(sent.Stream, sent.Begun, CancellationToken.None);
        var due = new DeliveryDeadlines(state, sent.Register).DayOf(delivery);
        var end = AttemptEnd.Of(delivery, sent.Sending, due, now, options);
        if (end is [_, DeliveryFellBack])
            await contactNotices.TellFellBackAsync(delivery, result, sent.Register);
        var recorded = await RecordAsync<AgreementYear>(
            sent, end, year => year.Deliveries, (year, events) => AgreementRules.Follow(year, events, sent.Register, deadlines, now));
        if (end is [AttemptEnded { Outcome: AttemptOutcome.Transient, NextAt: not null }] && delivery.Failures + 1 >= options.WarnAfterFailures)
            await contactNotices.TellFailingAsync(delivery.Contact, CancellationToken.None);
        return recorded;
    }

    private Task<IReadOnlyList<RecordedEvent>> RecordAsync<TState>(
        SentAttempt sent, IReadOnlyList<LedgerEvent> end, Func<TState, DeliveryBook> book, Func<TState, IReadOnlyList<LedgerEvent>, IReadOnlyList<LedgerEvent>> follow)
        where TState : class, IStreamState<TState> =>
        ledger.RecordAsync<TState>(
            sent.Stream,
            host.Actor,
            state => Standing(book(state).Find(sent.Delivery.Id), sent.Delivery.Attempts[^1].Number, end) is { Count: > 0 } standing ? follow(state, standing) : [],
            CancellationToken.None);

    // The contact may have confirmed it while the try was under way, or another host taken it over: then the try's end is
    // noted, for what the other side answered is true, and nothing follows from it.
    private static IReadOnlyList<LedgerEvent> Standing(Delivery? now, int attempt, IReadOnlyList<LedgerEvent> end) => now switch
    {
        not null when now.IsClaimedBy(attempt) => end,
        not null when now.AwaitsEndOf(attempt) => [.. end.OfType<AttemptEnded>().Select(e => e with { NextAt = null })],
        _ => [],
    };

    [LoggerMessage(2001, LogLevel.Warning, "A queue message of {Length} characters is not a delivery's id and is dropped")]
    private partial void LogNotAnId(int length);

    [LoggerMessage(2002, LogLevel.Information, "Delivery {Id}: attempt {Attempt} begins")]
    private partial void LogClaimed(string id, int attempt);

    [LoggerMessage(2003, LogLevel.Information, "Delivery {Id}: attempt {Attempt} ended as {Outcome} ({Code})")]
    private partial void LogEnded(string id, int attempt, AttemptOutcome outcome, string code);

    [LoggerMessage(2004, LogLevel.Error, "Delivery {Id}: attempt {Attempt} failed in the host itself; it is tried again in its time")]
    private partial void LogFailed(Exception e, string id, int attempt);
}
