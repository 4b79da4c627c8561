using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Decides what the end of a try means: handed over, tried again, over to the other channel, or a person. Pure.</summary>
internal static class AttemptEnd
{
    /// <summary>The events that the end of a claimed delivery's newest try makes.</summary>
    /// <param name="delivery">The delivery as it was claimed.</param>
    /// <param name="sending">What the try came to.</param>
    /// <param name="due">The day by whose end it must have arrived; null where none binds it.</param>
    /// <param name="now">When the try ended.</param>
    /// <param name="options">The retry schedule.</param>
    public static IReadOnlyList<LedgerEvent> Of(Delivery delivery, Sending sending, LocalDate? due, Instant now, DispatchOptions options)
    {
        var result = sending.Result;
        var next = result.Outcome is AttemptOutcome.Transient
            ? RetrySchedule.NextAfter(delivery.Tries, now, result.RetryAfter, due, options)
            : null;
        var fellBack = next is null ? FellBack(delivery, sending) : null;
        var ended = Ended(delivery, sending, fellBack is null ? next : now);
        return fellBack is null ? [ended] : [ended, fellBack];
    }

    /// <summary>
    /// The end of a try whose host died, where trying on would be for ever: the tries are spent, or the delivery has outlived
    /// <see cref="DispatchOptions.MostInterruptions"/> hosts in a row and may be what fells them. Null where it is simply
    /// tried again.
    /// </summary>
    public static AttemptEnded? OfInterrupted(Delivery delivery, Instant now, DispatchOptions options) =>
        delivery.State is DeliveryState.Claimed
        && (delivery.InterruptedInARow >= options.MostInterruptions || RetrySchedule.IsSpent(delivery.Tries, now, options))
            ? new AttemptEnded(delivery.Id, delivery.Attempts[^1].Number, AttemptOutcome.Interrupted, "host.stopped", null, null, null)
            : null;

    private static DeliveryFellBack? FellBack(Delivery delivery, Sending sending) =>
        sending is { Channel: { } from, Other: { } to, Result: { Outcome: AttemptOutcome.Transient or AttemptOutcome.Permanent } result }
        && !delivery.OnFallback
        && ContactFaults.OtherChannelMayHelp(result.Code)
            ? new DeliveryFellBack(delivery.Id, from.Type, to.Type)
            : null;

    private static AttemptEnded Ended(Delivery delivery, Sending sending, Instant? next)
    {
        var personal = new PersonalValues();
        return new AttemptEnded(
            delivery.Id,
            delivery.Attempts[^1].Number,
            sending.Result.Outcome,
            sending.Result.Code,
            sending.Channel is null ? null : personal.Commit(sending.Channel.Address),
            sending.Result.Answer is null ? null : personal.Commit(sending.Result.Answer),
            next)
        {
            Channel = sending.Channel?.Type,
            Personal = personal,
        };
    }
}
