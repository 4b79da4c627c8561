namespace Samverkan.Dispatch.Links;

/// <summary>
/// The port to the keys that links are signed with. The newest signs, all verify, so that a key can be followed by another
/// while links that have gone out still open. Hosts that share a ledger share the keys.
/// </summary>
public interface ILinkKeys
{
    /// <summary>
    /// The keys, the newest first: at least one, each at least 32 bytes. The first call makes one where there is none; of
    /// hosts that start at once all get the same. Later calls return the same keys until the process ends.
    /// </summary>
    IReadOnlyList<ReadOnlyMemory<byte>> NewestFirst();
}
