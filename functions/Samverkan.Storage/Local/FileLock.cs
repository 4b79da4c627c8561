namespace Samverkan.Storage.Local;

/// <summary>
/// A lock between processes that the system lets go of when its holder dies: a file that is held open.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where somebody, also of this process, has it.</summary>
    /// <param name="path">The file, made where it is missing.</param>
    /// <param name="keepFile">
    /// Whether the file stays when the lock is let go. It must where several wait for it: one may wait for the file that
    /// went while another takes the one that came, and both would have the lock.
    /// </param>
    public static FileLock? TryTake(string path, bool keepFile = false)
    {
        try
        {
            return new FileLock(new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, keepFile ? FileOptions.None : FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Whether an error says that somebody else has the file open.</summary>
    public static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33 // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        : e.HResult is 11 or 35; // EWOULDBLOCK on Linux, and on BSD and macOS

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
