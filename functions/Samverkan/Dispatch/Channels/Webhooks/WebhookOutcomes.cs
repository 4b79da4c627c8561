using System.Net;
using System.Text;
using NodaTime;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>What a receiver's answer, or its absence, means for a try.</summary>
internal static class WebhookOutcomes
{
    private const int MostAnswer = 2000;
    private static readonly Duration MostWait = Duration.FromDays(30);

    internal static async Task<ChannelResult> OfAsync(HttpResponseMessage response, Instant now, CancellationToken cancellation)
    {
        var answer = OneLine.Of($"{(int)response.StatusCode} {response.ReasonPhrase}: {await BeginningAsync(response, cancellation)}".TrimEnd(':', ' '), MostAnswer);
        var (outcome, code) = Of(response.StatusCode);
        var health = outcome is AttemptOutcome.Transient ? EndpointHealth.Fails : EndpointHealth.Works;
        return new ChannelResult(outcome, code, answer, outcome is AttemptOutcome.Transient ? RetryAfter(response, now) : null) { Endpoint = health };
    }

    internal static ChannelResult Of(Exception fault, bool sent, bool certificateRefused)
    {
        if (Refusal(fault) is { } refused) return new ChannelResult(AttemptOutcome.Permanent, refused.Code, null);
        var code = certificateRefused ? WebhookCodes.CertificateInvalid : fault is HttpRequestException e ? Code(e, sent)
            : sent ? WebhookCodes.OutcomeUnknown : WebhookCodes.TimedOut;
        var outcome = certificateRefused ? AttemptOutcome.Permanent : AttemptOutcome.Transient;
        return new ChannelResult(outcome, code, null) { Endpoint = EndpointHealth.Fails };
    }

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

    // Seconds or a date (RFC 9110 10.2.3); what is past or absurd says nothing.
    private static Duration? RetryAfter(HttpResponseMessage response, Instant now)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
            _ => Duration.Zero,
        };
        return wait > Duration.Zero && wait <= MostWait ? wait : null;
    }

    // The status decides; what comes after it is for people to read, and may be without end, cut off or no text.
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[MostAnswer];
        var length = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return "";
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
