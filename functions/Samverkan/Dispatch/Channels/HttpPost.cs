using System.Net;
using System.Text;
using NodaTime;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// What every channel over HTTP has in common: a try has a connection of its own, without redirects, cookies, proxies or
/// hidden tries, and of the answer no more than 2,000 bytes are read.
/// </summary>
internal static class HttpPost
{
    private const int MostAnswer = 2000;
    private static readonly Duration MostWait = Duration.FromDays(30);

    /// <summary>A handler for one try. What is kept open might be used for a second try that nobody counts.</summary>
    internal static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
    };

    /// <summary>Sends once through the handler, and judges the answer. Without one, <paramref name="onFault"/> says what it means.</summary>
    internal static async Task<ChannelResult> SendAsync(
        HttpRequestMessage request,
        SocketsHttpHandler handler,
        TimeSpan timeout,
        Func<HttpResponseMessage, CancellationToken, Task<ChannelResult>> judge,
        Func<Exception, ChannelResult> onFault,
        CancellationToken cancellation)
    {
        request.Headers.UserAgent.ParseAdd("Samverkan");
        request.Headers.ConnectionClose = true;
        using var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return await judge(response, time.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is HttpRequestException or OperationCanceledException)
        {
            return onFault(e);
        }
    }

    /// <summary>
    /// The try's result: the answer in one line, and the other side's own wish for a wait where there is to be another try. A
    /// lasting refusal is taken to be about the one delivery; a channel that knows better says so.
    /// </summary>
    internal static ChannelResult Result(HttpResponseMessage response, string text, AttemptOutcome outcome, string code, Instant now) => new(
        outcome,
        code,
        OneLine.Of($"{(int)response.StatusCode} {response.ReasonPhrase}: {text}".TrimEnd(':', ' '), MostAnswer),
        outcome is AttemptOutcome.Transient ? RetryAfter(response, now) : null)
    {
        Endpoint = outcome is AttemptOutcome.Transient ? EndpointHealth.Fails : EndpointHealth.Works,
    };

    /// <summary>The answer's beginning. The status decides; what comes after it is for people to read, and may be without end, cut off or no text.</summary>
    internal static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
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
}
