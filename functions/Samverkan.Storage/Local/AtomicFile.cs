namespace Samverkan.Storage.Local;

/// <summary>
/// Writes files that others read, such as those of the outbox: under a hidden temporary name, flushed, then renamed. A
/// reader sees the whole file or none. After a loss of power the content is whole if the name is there; that the name is
/// there is kept by file systems that log a file's rename with its flush (ext4, XFS, btrfs, NTFS), and promised by no other.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file, in place of one that has the name.</summary>
    /// <param name="path">Its path; missing folders are made.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Ends the work; nothing is left of it.</param>
    /// <param name="durable">Whether to wait for the disk; false only for simulations.</param>
    /// <exception cref="IOException">It could not be written; what had the name is as it was.</exception>
    public static async Task WriteAsync(
        string path, ReadOnlyMemory<byte> content, CancellationToken cancellation, bool durable = true)
    {
        await using var file = TempFile.Create(FolderOf(path), durable);
        await file.Content.WriteAsync(content, cancellation);
        await file.PublishAsync(path, cancellation);
    }

    /// <inheritdoc cref="WriteAsync(string, ReadOnlyMemory{byte}, CancellationToken, bool)"/>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellation, bool durable = true)
    {
        await using var file = TempFile.Create(FolderOf(path), durable);
        await content.CopyToAsync(file.Content, cancellation);
        await file.PublishAsync(path, cancellation);
    }

    /// <summary>Removes the temporary files that processes which died left in a folder; those of live ones stay.</summary>
    public static void RemoveLeftovers(string folder) => TempFile.RemoveLeftovers(folder);

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
