using Samverkan.Agreements;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Links;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// Hands over by an HTTP POST to the contact's system, signed as Standard Webhooks 1.0 says. The body has the facts and a
/// link to each document, never the document itself. Every try has the same body and <c>webhook-id</c>, the delivery's id.
/// </summary>
public sealed class WebhookChannel(WebhookClient client, IDeliveryLinks links, WebhookOptions options) : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Webhook;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => EndpointId.Webhook(new Uri(address.WireAddress));

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (!options.Secrets.TryGetValue(parcel.To.Id.Value, out var setting) || WebhookSecret.Parse(setting) is not { } secret)
            return new ChannelResult(AttemptOutcome.Permanent, WebhookCodes.NoSecret, null);
        if (WebhookBody.Write(parcel, links) is not { } body)
            return new ChannelResult(AttemptOutcome.Permanent, WebhookCodes.NoLinks, null);
        return await ParcelCheck.FaultAsync(parcel, cancellation)
            ?? await client.PostAsync(new Uri(parcel.Channel.WireAddress), parcel.Id, body, secret, cancellation);
    }
}
