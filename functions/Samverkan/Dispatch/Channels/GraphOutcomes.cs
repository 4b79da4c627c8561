using System.Text;
using NodaTime;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Channels;

/// <summary>What Microsoft Graph's answer, or its absence, means for a try.</summary>
internal static class GraphOutcomes
{
    private const int MostAnswer = 2000;
    private static readonly Duration MostWait = Duration.FromDays(30);

    internal static async Task<ChannelResult> OfAsync(HttpResponseMessage response, Instant now, CancellationToken cancellation)
    {
        var text = await BeginningAsync(response, cancellation);
        var (outcome, code) = Of((int)response.StatusCode, text);
        return new ChannelResult(
            outcome,
            code,
            OneLine.Of($"{(int)response.StatusCode} {response.ReasonPhrase}: {text}".TrimEnd(':', ' '), MostAnswer),
            outcome is AttemptOutcome.Transient ? RetryAfter(response, now) : null)
        {
            Endpoint = outcome is AttemptOutcome.Transient ? EndpointHealth.Fails : EndpointHealth.Works,
        };
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

    private static (AttemptOutcome Outcome, string Code) Of(int status, string text) => status switch
    {
        202 => (AttemptOutcome.HandedOver, MailCodes.GraphAccepted),
        413 => (AttemptOutcome.Permanent, MailCodes.TooLarge),
        >= 400 and < 500 when text.Contains("ErrorMessageSizeExceeded", StringComparison.Ordinal) => (AttemptOutcome.Permanent, MailCodes.TooLarge),
        401 or 403 => (AttemptOutcome.Permanent, MailCodes.GraphDenied),
        408 or 425 or 429 or >= 500 => (AttemptOutcome.Transient, MailCodes.GraphDeferred),
        _ => (AttemptOutcome.Permanent, MailCodes.GraphRefused),
    };

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
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation));
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return "";
        }
    }
}
