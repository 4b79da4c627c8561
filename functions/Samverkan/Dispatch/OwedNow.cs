using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>What is owed at a moment, notices left out but for those that need a person.</summary>
/// <param name="At">The moment.</param>
/// <param name="ByState">How many deliveries there are in each of <see cref="DeliveryRow.Undelivered"/>.</param>
/// <param name="Oldest">When the oldest of them became owed; null where there is none.</param>
/// <param name="StoppedNotices">How many messages to the municipality's own people need a person, or bounced.</param>
public sealed record OwedNow(Instant At, IReadOnlyDictionary<DeliveryState, int> ByState, Instant? Oldest, int StoppedNotices)
{
    /// <summary>How many in all.</summary>
    public int Count => ByState.Values.Sum();
}
