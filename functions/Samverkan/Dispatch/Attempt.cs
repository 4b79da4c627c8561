using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Bounces;

namespace Samverkan.Dispatch;

/// <summary>One try to hand a delivery to its channel.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="By">The host that tried.</param>
public sealed record Attempt(int Number, Instant StartedAt, string By)
{
    /// <summary>When it ended; null while it runs, and where it was interrupted.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public AttemptOutcome Outcome { get; init; } = AttemptOutcome.Running;

    /// <summary>Why, as a stable code; null while it runs.</summary>
    public string? Code { get; init; }

    /// <summary>The kind of channel that was used; null where it did not come that far.</summary>
    public ChannelType? Channel { get; init; }

    /// <summary>The address that was used; null where none was, or it has been erased.</summary>
    public string? Address { get; init; }

    /// <summary>The other side's last answer; null where there was none, or it has been erased.</summary>
    public string? Answer { get; init; }

    /// <summary>That what it handed over came back after all; null where it has not.</summary>
    public Bounce? Bounce { get; init; }
}
