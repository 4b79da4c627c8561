using Samverkan.Agreements;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch.Channels;

/// <summary>A way to hand over. One call is one try: nothing inside it is tried again.</summary>
public interface IChannel
{
    /// <summary>The type of address that it serves.</summary>
    ChannelType Type { get; }

    /// <summary>
    /// The other side that an address is reached through, as far as faults are shared; null (the default) where there is
    /// none that could fail for several.
    /// </summary>
    EndpointId? EndpointOf(Channel address) => null;

    /// <summary>
    /// Hands the parcel over, or says why not. Faults of the other side and of the network are results; exceptions are bugs,
    /// faults of this machine, and cancellation.
    /// </summary>
    Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation);
}
