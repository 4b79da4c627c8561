using NodaTime;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Dispatch;

/// <summary>What a call of <see cref="Dispatcher.TryAsync"/> came to.</summary>
/// <param name="Outcome">How the try ended; null where there was none.</param>
/// <param name="ClaimLost">Whether another had recorded an end of the try before its own could be.</param>
public sealed record DispatchResult(AttemptOutcome? Outcome, bool ClaimLost)
{
    /// <summary>It was not its time, or somebody else was at it, or there is no such delivery.</summary>
    public static DispatchResult Nothing { get; } = new(null, ClaimLost: false);

    /// <summary>The channel was used, but another host has given the try up for good meanwhile: nothing more is recorded.</summary>
    public static DispatchResult LostClaim { get; } = new(null, ClaimLost: true);

    /// <summary>When the delivery comes again, where its endpoint did not let it in and nothing was tried; otherwise null.</summary>
    public Instant? PutBackUntil { get; private init; }

    /// <summary>When it is tried again; null where it is not.</summary>
    public Instant? NextAt { get; private init; }

    /// <summary>A try ended and is recorded.</summary>
    public static DispatchResult Tried(ChannelResult result, Instant? next) => new(result.Outcome, ClaimLost: false) { NextAt = next };

    /// <summary>Nothing was tried; the delivery comes again.</summary>
    public static DispatchResult PutBack(Instant until) => Nothing with { PutBackUntil = until };
}
