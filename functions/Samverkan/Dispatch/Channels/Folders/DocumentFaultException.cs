namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>A document turned out not to be what it should while it was copied. Only the channel throws and catches it.</summary>
/// <param name="result">How the try ends.</param>
internal sealed class DocumentFaultException(ChannelResult result) : Exception(result.Code)
{
    internal ChannelResult Result => result;
}
