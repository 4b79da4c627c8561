using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Hands messages to Microsoft Graph (<c>POST /users/{from}/sendMail</c>, the MIME in base64 as text/plain), each over a
/// connection of its own, without redirects, proxies or hidden tries. Graph sets the envelope's sender itself, so bounces go
/// to the mailbox that sends.
/// </summary>
public sealed partial class GraphTransport(MailOptions options, IMailTokens tokens, IClock clock, ILogger<GraphTransport> log) : IMailTransport
{
    private const double SlowestLine = 125_000; // bytes a second

    private readonly ShownTokens _tokens = new(tokens);
    private readonly Uri _address = new($"{options.GraphUrl.AbsoluteUri.TrimEnd('/')}/users/{Uri.EscapeDataString(options.From!)}/sendMail");

    /// <inheritdoc/>
    public EndpointId? Endpoint => EndpointId.Mail(options.GraphUrl.IdnHost, options.GraphUrl.Port);

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        var token = await _tokens.NextAsync(cancellation);
        if (token.Value is not { } bearer) return token.Fault;
        using var content = new ByteArrayContent(await EncodedAsync(message, cancellation));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await PostAsync(message.MessageId.Value, request, token, cancellation);
    }

    private async Task<ChannelResult> PostAsync(string id, HttpRequestMessage request, MailToken token, CancellationToken cancellation)
    {
        using var handler = HttpPost.Handler();
        handler.ConnectTimeout = options.ConnectTimeout;
        return await HttpPost.SendAsync(
            request,
            handler,
            options.GraphTimeout + TimeSpan.FromSeconds(request.Content!.Headers.ContentLength!.Value / SlowestLine),
            async (response, time) => Judged(await GraphOutcomes.OfAsync(response, clock.GetCurrentInstant(), time), response.StatusCode, token),
            fault =>
            {
                LogFailed(id, fault.GetType().Name, (fault as HttpRequestException)?.HttpRequestError);
                return GraphOutcomes.Of(fault);
            },
            cancellation);
    }

    private ChannelResult Judged(ChannelResult result, HttpStatusCode status, MailToken token)
    {
        if (result.Outcome is AttemptOutcome.HandedOver) _tokens.Works(token);
        return status is HttpStatusCode.Unauthorized && _tokens.IsRefusedAfterWorking(token)
            ? result with { Outcome = AttemptOutcome.Transient, Code = MailCodes.GraphLoginExpired, Endpoint = EndpointHealth.Unknown }
            : result;
    }

    // Within the limit of MaxEncodedBytes, which EmailChannel has held it to.
    private static async Task<byte[]> EncodedAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var mime = new MemoryStream((int)MimeWriter.EncodedLength(message));
        await MimeWriter.WriteAsync(message, mime, cancellation);
        var encoded = new byte[Base64.GetMaxEncodedToUtf8Length((int)mime.Length)];
        Base64.EncodeToUtf8(mime.GetBuffer().AsSpan(0, (int)mime.Length), encoded, out _, out _);
        return encoded;
    }

    [LoggerMessage(2202, LogLevel.Information, "Message {MessageId} got no answer from Graph: {Exception} {Error}")]
    private partial void LogFailed(string messageId, string exception, HttpRequestError? error);
}
