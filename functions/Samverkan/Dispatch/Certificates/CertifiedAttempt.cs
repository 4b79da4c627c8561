using Samverkan.Agreements;

namespace Samverkan.Dispatch.Certificates;

/// <summary>One try as a certificate states it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null where it runs or was interrupted.</param>
/// <param name="By">The host that tried.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Code">Why, as a stable code; null while it runs.</param>
/// <param name="Address">The address that was used; null where none was, or it has been erased.</param>
/// <param name="Answer">The other side's answer; null where there was none, or it has been erased.</param>
public sealed record CertifiedAttempt(
    int Number,
    CertifiedTime StartedAt,
    CertifiedTime? EndedAt,
    string By,
    AttemptOutcome Outcome,
    string? Code,
    string? Address,
    string? Answer)
{
    /// <summary>The kind of channel that was used; null where it did not come that far.</summary>
    public ChannelType? Channel { get; init; }

    /// <summary>That what it handed over came back; null where it has not, and in certificates of the first form.</summary>
    public CertifiedBounce? Bounce { get; init; }

    /// <summary>The facts of a try.</summary>
    public static CertifiedAttempt Of(Attempt attempt) => new(
        attempt.Number,
        CertifiedTime.Of(attempt.StartedAt),
        CertifiedTime.Of(attempt.EndedAt),
        attempt.By,
        attempt.Outcome,
        attempt.Code,
        attempt.Address,
        attempt.Answer)
    {
        Channel = attempt.Channel,
        Bounce = CertifiedBounce.Of(attempt.Bounce),
    };
}
