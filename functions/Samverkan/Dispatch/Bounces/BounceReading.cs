namespace Samverkan.Dispatch.Bounces;

/// <summary>What a message to the return address is.</summary>
internal abstract record BounceReading
{
    private BounceReading()
    {
    }

    /// <summary>The mail system has given the delivery up.</summary>
    /// <param name="Digits">The digits of the delivery's id, from a signed address.</param>
    /// <param name="Recipient">The address that failed, as the report writes it; null where it does not.</param>
    /// <param name="Code">Why, as a stable code.</param>
    /// <param name="Answer">Status and diagnostic on one line; null where there is neither.</param>
    public sealed record Failed(string Digits, string? Recipient, string Code, string? Answer) : BounceReading;

    /// <summary>Nothing that changes anything: a delay, a delivery, an automatic answer.</summary>
    /// <param name="Kind">What it is, for the log.</param>
    public sealed record Noted(string Kind) : BounceReading;

    /// <summary>Something for a person to look at.</summary>
    /// <param name="IsForged">Whether it bears a signature that is not ours.</param>
    /// <param name="Reason">Why, in Swedish.</param>
    public sealed record Strange(bool IsForged, string Reason) : BounceReading;
}
