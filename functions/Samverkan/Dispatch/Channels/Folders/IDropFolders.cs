namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>The port to the folders, or containers, that recipients read.</summary>
public interface IDropFolders
{
    /// <summary>
    /// Writes a drop whole or not at all, durably: whoever reads sees all of its files or none, whatever crashes, and where
    /// the store cannot do that, the last file comes last. A drop that is there is left as it is, also where two write it
    /// at once.
    /// </summary>
    /// <param name="folder">The recipient's folder, a channel's address; made where it is missing.</param>
    /// <param name="drop">The drop's name in it: a delivery's id.</param>
    /// <param name="files">What is in it, in the order to be written.</param>
    /// <param name="cancellation">Ends the work; nothing can be seen of it.</param>
    /// <exception cref="ArgumentException">A name is empty, a path, <c>.</c> or <c>..</c>, begins with a dot, or is longer than 240 bytes.</exception>
    Task<DropOutcome> WriteAsync(string folder, string drop, IReadOnlyList<DropFile> files, CancellationToken cancellation);
}
