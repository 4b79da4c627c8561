using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>A try has ended.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">The try.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Code">Why, as a stable code such as <c>smtp.mailbox-unavailable</c>.</param>
/// <param name="Address">The address that was used; null where it did not come that far.</param>
/// <param name="Answer">The other side's last answer; null where there was none.</param>
/// <param name="NextAt">When it is tried again; null where it is not.</param>
[EventName("attempt-ended")]
public sealed record AttemptEnded(
    string Id, int Attempt, AttemptOutcome Outcome, string Code, Commitment? Address, Commitment? Answer, Instant? NextAt)
    : LedgerEvent
{
    /// <summary>The kind of channel that was used; null where it did not come that far.</summary>
    public ChannelType? Channel { get; init; }
}
