using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;

namespace Benchmarks;

/// <summary>A channel that answers everything at once, as if it took it unless something else is said; each address behind an endpoint of its own as webhooks are.</summary>
internal sealed class InstantChannel(AttemptOutcome outcome = AttemptOutcome.HandedOver) : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Email;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => EndpointId.Mail(address.Address, 25);

    /// <inheritdoc/>
    public Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation) =>
        Task.FromResult(new ChannelResult(outcome, "instant", null) { Endpoint = EndpointHealth.Works });
}
