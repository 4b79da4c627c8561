using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch.Channels;

/// <summary>An access token, or why there is none. Never shown.</summary>
public sealed record MailToken
{
    private MailToken(string? value, bool mayPass) => (Value, MayPass) = (value, mayPass);

    /// <summary>The token; null where there is none.</summary>
    public string? Value { get; }

    /// <summary>Whether asking again later may help.</summary>
    public bool MayPass { get; }

    /// <summary>A token.</summary>
    public static MailToken Of(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(value, mayPass: false);
    }

    /// <summary>None now: the issuer was not reached, or has no time.</summary>
    public static MailToken Unavailable { get; } = new(null, mayPass: true);

    /// <summary>None until somebody changes the settings: the issuer said no.</summary>
    public static MailToken Refused { get; } = new(null, mayPass: false);

    /// <summary>What a try comes to without a token. None gets in without one, so it counts against the endpoint, though that was not asked.</summary>
    internal ChannelResult Fault => (MayPass
        ? new ChannelResult(AttemptOutcome.Transient, MailCodes.TokenUnavailable, null)
        : new ChannelResult(AttemptOutcome.Permanent, MailCodes.TokenRefused, null)) with
    { Endpoint = EndpointHealth.Fails };

    /// <summary>Says nothing: a record would print its members.</summary>
    public override string ToString() => "***";
}
