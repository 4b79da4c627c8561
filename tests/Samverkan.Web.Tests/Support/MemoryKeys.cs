using Samverkan.Dispatch.Links;

namespace Samverkan.Web.Tests.Support;

/// <summary>Keys of links in memory, the newest first.</summary>
public sealed class MemoryKeys : ILinkKeys
{
    public IList<ReadOnlyMemory<byte>> Keys { get; } = new List<ReadOnlyMemory<byte>> { Enumerable.Repeat((byte)7, 32).ToArray() };

    public IReadOnlyList<ReadOnlyMemory<byte>> NewestFirst() => [.. Keys];
}
