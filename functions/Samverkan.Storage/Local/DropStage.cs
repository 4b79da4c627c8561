namespace Samverkan.Storage.Local;

/// <summary>
/// A folder where a drop is written before it gets its name, locked for as long as its process lives. What dead processes
/// left is removed when the next one begins.
/// </summary>
internal sealed class DropStage : IDisposable
{
    private const string Suffix = ".lock";

    private readonly FileLock _lock;

    private DropStage(string folder, FileLock held) => (Folder, _lock) = (folder, held);

    /// <summary>Where to write.</summary>
    public string Folder { get; }

    /// <summary>Begins a stage in a folder, which is made where it is missing.</summary>
    public static DropStage Begin(string staging)
    {
        Directory.CreateDirectory(staging);
        foreach (var path in Directory.EnumerateFiles(staging, "*" + Suffix)) RemoveIfDead(path);
        while (true)
        {
            var folder = Path.Combine(staging, Guid.NewGuid().ToString("N"));

            // Null where another process took it for a dead one's in the moment before it was locked.
            if (FileLock.TryTake(folder + Suffix) is not { } held) continue;
            Directory.CreateDirectory(folder);
            return new DropStage(folder, held);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        _lock.Dispose();
    }

    private static void RemoveIfDead(string path)
    {
        using var dead = FileLock.TryTake(path);
        var folder = path[..^Suffix.Length];
        if (dead is not null && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
