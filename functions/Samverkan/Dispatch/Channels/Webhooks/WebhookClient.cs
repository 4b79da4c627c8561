using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// Posts webhooks, as <see cref="HttpPost"/> does, and only to addresses that the guarded connection lets through.
/// </summary>
public sealed partial class WebhookClient
{
    private readonly WebhookOptions _options;
    private readonly GuardedConnection _connection;
    private readonly IClock _clock;
    private readonly ILogger<WebhookClient> _log;

    /// <summary>Takes settings that have been checked, and looks names up as the machine does.</summary>
    public WebhookClient(WebhookOptions options, IClock clock, ILogger<WebhookClient> log)
        : this(options, clock, log, (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation))
    {
    }

    internal WebhookClient(
        WebhookOptions options, IClock clock, ILogger<WebhookClient> log, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _options = options;
        _connection = new GuardedConnection(resolve, options.AllowPrivate);
        _clock = clock;
        _log = log;
    }

    /// <summary>Posts once. Faults of the receiver and of the network are results.</summary>
    internal async Task<ChannelResult> PostAsync(Uri address, string id, byte[] body, WebhookSecret secret, CancellationToken cancellation)
    {
        var certificateRefused = false;
        using var handler = Handler(address, () => certificateRefused = true);
        using var content = new SentContent(body);
        using var request = Request(address, id, body, secret, content);
        return await HttpPost.SendAsync(
            request,
            handler,
            _options.Timeout,
            (response, time) => WebhookOutcomes.OfAsync(response, _clock.GetCurrentInstant(), time),
            fault =>
            {
                LogFailed(id, fault.GetType().Name, (fault as HttpRequestException)?.HttpRequestError, content.IsSent);
                return WebhookOutcomes.Of(fault, content.IsSent, certificateRefused);
            },
            cancellation);
    }

    private HttpRequestMessage Request(Uri address, string id, byte[] body, WebhookSecret secret, SentContent content)
    {
        var timestamp = _clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", secret.Sign(id, timestamp, body));
        return request;
    }

    private SocketsHttpHandler Handler(Uri address, Action certificateRefused)
    {
        var handler = HttpPost.Handler();
        handler.ConnectCallback = (context, token) => _connection.OpenAsync(context.DnsEndPoint, address.Scheme == Uri.UriSchemeHttps, token);
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) =>
            {
                if (errors is SslPolicyErrors.None) return true;
                certificateRefused();
                return false;
            },
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }

    [LoggerMessage(2401, LogLevel.Information, "Webhook {Id} got no answer: {Exception} {Error} (all sent: {Sent})")]
    private partial void LogFailed(string id, string exception, HttpRequestError? error, bool sent);
}
