using Samverkan.Agreements;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>
/// Hands over into a folder that the recipient reads: a drop of its own for each delivery, named by its id, so that a
/// second try of the same delivery finds what the first one wrote.
/// </summary>
public sealed class FolderChannel(IDropFolders folders) : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Folder;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => EndpointId.Folder(address.WireAddress);

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (await ParcelCheck.FaultAsync(parcel, cancellation) is { } fault) return fault;
        try
        {
            return Of(await folders.WriteAsync(parcel.Channel.WireAddress, parcel.Id, DropFiles.Of(parcel), cancellation));
        }
        catch (DocumentFaultException e)
        {
            return e.Result;
        }
    }

    private static ChannelResult Of(DropOutcome outcome) => outcome switch
    {
        DropOutcome.Written => Done(FolderCodes.Written),
        DropOutcome.AlreadyThere => Done(FolderCodes.AlreadyThere),
        DropOutcome.Full => Failed(FolderCodes.Full),
        DropOutcome.Denied => Failed(FolderCodes.Denied),
        _ => Failed(FolderCodes.Failed),
    };

    private static ChannelResult Done(string code) => new(AttemptOutcome.HandedOver, code, null) { Endpoint = EndpointHealth.Works };

    private static ChannelResult Failed(string code) => new(AttemptOutcome.Transient, code, null) { Endpoint = EndpointHealth.Fails };
}
