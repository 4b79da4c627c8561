using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Links;
using Samverkan.Tests.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>The channel as it is set up, at a fixed time, to a receiver on this machine.</summary>
internal sealed class WebhookSending : IClock
{
    /// <summary>The secret that both sides have.</summary>
    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public WebhookOptions Options { get; } = new()
    {
        Secrets = new Dictionary<string, string>(StringComparer.Ordinal) { [Sample.Region.Id.Value] = "whsec_" + Key },
        AllowPrivate = ["127.0.0.1"],
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static Dictionary<string, string> Secret(string text) => new(StringComparer.Ordinal) { [Sample.Region.Id.Value] = text };

    public static ChannelResult Permanent(string code) => new(AttemptOutcome.Permanent, code, null);

    public static ChannelResult Transient(string code) => new(AttemptOutcome.Transient, code, null) { Endpoint = EndpointHealth.Fails };

    public static Channel Address(string scheme, int port)
    {
        Assert.True(Samverkan.Agreements.Channel.TryCreate(ChannelType.Webhook, $"{scheme}://127.0.0.1:{port}/mottagning", out var channel, out var problem), problem);
        return channel;
    }

    public Instant GetCurrentInstant() => Instant.FromUtc(2022, 12, 12, 13, 0, 30);

    public WebhookChannel Channel(WebhookOptions options, IDeliveryLinks links) =>
        new(new WebhookClient(options, this, NullLogger<WebhookClient>.Instance), links, options);

    public Task<ChannelResult> SendAsync(int port, WebhookOptions? options = null, IDeliveryLinks? links = null, string scheme = "http") =>
        Channel(options ?? Options, links ?? new SampleLinks("https://samverkan.example/"))
            .SendAsync(Parcels.Adopted() with { Channel = Address(scheme, port) }, default);
}
