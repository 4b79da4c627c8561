using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Bounces;

/// <summary>What a bounce means for a delivery. Pure.</summary>
internal static class BounceRules
{
    /// <summary>Whether the bounce cannot be judged yet: the delivery is on its way, and its answer may not be recorded.</summary>
    public static bool IsEarly(Delivery delivery) => delivery.State is DeliveryState.Owed or DeliveryState.Claimed or DeliveryState.Waiting;

    /// <summary>
    /// The events that follow; none where the delivery is not handed over by e-mail any more, or where the report is about an
    /// address of an earlier try. The report's address is not signed: it can only stop a bounce, never choose a delivery.
    /// </summary>
    public static IReadOnlyList<LedgerEvent> Of(Delivery delivery, BounceReading.Failed failed, Contact? contact)
    {
        if (delivery is not { State: DeliveryState.HandedOver, Attempts: [.., { Channel: ChannelType.Email } last] } || IsOfEarlier(delivery, last, failed.Recipient))
            return [];
        var personal = new PersonalValues();
        var bounced = new DeliveryBounced(delivery.Id, last.Number, failed.Code, failed.Answer is { } answer ? personal.Commit(answer) : null) { Personal = personal };
        return !delivery.OnFallback && contact?.Fallback is { } other
            ? [bounced, new DeliveryFellBack(delivery.Id, ChannelType.Email, other.Type)]
            : [bounced];
    }

    private static bool IsOfEarlier(Delivery delivery, Attempt last, string? recipient) =>
        recipient is not null
        && !Same(last.Address, recipient)
        && delivery.Attempts.Any(a => a.Number != last.Number && Same(a.Address, recipient));

    private static bool Same(string? address, string recipient) => string.Equals(address, recipient, StringComparison.OrdinalIgnoreCase);
}
