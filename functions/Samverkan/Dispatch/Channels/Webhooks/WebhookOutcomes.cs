using System.Net;
using NodaTime;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>What a receiver's answer, or its absence, means for a try.</summary>
internal static class WebhookOutcomes
{
    internal static async Task<ChannelResult> OfAsync(HttpResponseMessage response, Instant now, CancellationToken cancellation)
    {
        var (outcome, code) = Of(response.StatusCode);
        return HttpPost.Result(response, await HttpPost.BeginningAsync(response, cancellation), outcome, code, now);
    }

    internal static ChannelResult Of(Exception fault, bool sent, bool certificateRefused)
    {
        if (Refusal(fault) is { } refused) return new ChannelResult(AttemptOutcome.Permanent, refused.Code, null);
        var code = certificateRefused ? WebhookCodes.CertificateInvalid : fault is HttpRequestException e ? Code(e, sent)
            : sent ? WebhookCodes.OutcomeUnknown : WebhookCodes.TimedOut;
        var outcome = certificateRefused ? AttemptOutcome.Permanent : AttemptOutcome.Transient;
        return new ChannelResult(outcome, code, null) { Endpoint = EndpointHealth.Fails };
    }

    // A lasting refusal, 401 and 403 too, does not count against the host: the address and the secret are the contact's own,
    // and other contacts behind the same host have theirs. A hosted system must not go silent for all since one key is old.
    private static (AttemptOutcome Outcome, string Code) Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => (AttemptOutcome.HandedOver, WebhookCodes.Accepted),
        408 or 425 or 429 => (AttemptOutcome.Transient, WebhookCodes.Deferred),
        >= 300 and < 400 => (AttemptOutcome.Permanent, WebhookCodes.Redirected),
        410 => (AttemptOutcome.Permanent, WebhookCodes.Gone),
        >= 400 and < 500 => (AttemptOutcome.Permanent, WebhookCodes.Refused),
        >= 500 and < 600 => (AttemptOutcome.Transient, WebhookCodes.ServerError),
        _ => (AttemptOutcome.Transient, WebhookCodes.NotHttp),
    };

    private static string Code(HttpRequestException e, bool sent) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => WebhookCodes.Unreachable,
        HttpRequestError.SecureConnectionError => WebhookCodes.TlsFailed,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => WebhookCodes.NotHttp,
        _ => sent ? WebhookCodes.OutcomeUnknown : WebhookCodes.Disconnected,
    };

    private static RefusedAddressException? Refusal(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (fault is RefusedAddressException refused) return refused;
        return null;
    }
}
