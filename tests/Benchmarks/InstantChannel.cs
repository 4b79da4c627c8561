using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;

namespace Benchmarks;

/// <summary>A channel that takes everything at once, each address behind an endpoint of its own as webhooks are.</summary>
internal sealed class InstantChannel : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Email;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => EndpointId.Mail(address.Address, 25);

    /// <inheritdoc/>
    public Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation) =>
        Task.FromResult(new ChannelResult(AttemptOutcome.HandedOver, "instant", "250 ok") { Endpoint = EndpointHealth.Works });
}
