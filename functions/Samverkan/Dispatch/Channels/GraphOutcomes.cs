using NodaTime;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch.Channels;

/// <summary>What Microsoft Graph's answer, or its absence, means for a try.</summary>
internal static class GraphOutcomes
{
    internal static async Task<ChannelResult> OfAsync(HttpResponseMessage response, Instant now, CancellationToken cancellation)
    {
        var text = await HttpPost.BeginningAsync(response, cancellation);
        var (outcome, code) = Of((int)response.StatusCode, text);
        var result = HttpPost.Result(response, text, outcome, code, now);
        return IsOfSettings((int)response.StatusCode) ? result with { Endpoint = EndpointHealth.Fails } : result;
    }

    // Without an answer it is not known how much was sent, save where nobody was reached.
    internal static ChannelResult Of(Exception fault) => new(
        AttemptOutcome.Transient,
        (fault as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError => MailCodes.GraphUnreachable,
            _ => MailCodes.GraphOutcomeUnknown,
        },
        null)
    { Endpoint = EndpointHealth.Fails };

    // The login and the mailbox in the address are one for all messages, and what says neither 202 nor an error is not Graph.
    private static bool IsOfSettings(int status) => status is 401 or 403 or 404 or (< 400 and not 202);

    private static (AttemptOutcome Outcome, string Code) Of(int status, string text) => status switch
    {
        202 => (AttemptOutcome.HandedOver, MailCodes.GraphAccepted),
        413 => (AttemptOutcome.Permanent, MailCodes.TooLarge),
        >= 400 and < 500 when text.Contains("ErrorMessageSizeExceeded", StringComparison.Ordinal) => (AttemptOutcome.Permanent, MailCodes.TooLarge),
        401 or 403 => (AttemptOutcome.Permanent, MailCodes.GraphDenied),
        408 or 425 or 429 or >= 500 => (AttemptOutcome.Transient, MailCodes.GraphDeferred),
        _ => (AttemptOutcome.Permanent, MailCodes.GraphRefused),
    };
}
