using Samverkan.Signals;

namespace Samverkan.Storage.Local;

/// <summary>Tries the archive's folder by writing a file to the disk, and removing it.</summary>
internal sealed class FolderProbe(LocalStorageOptions options) : IStoreProbe
{
    /// <summary>What the file is called, in the folder where documents lie until they are whole.</summary>
    internal const string FileName = "skrivprov";

    private const int Size = 32 * 1024;

    /// <inheritdoc/>
    public string Store => "arkivet";

    /// <inheritdoc/>
    public async Task<StoreFault?> WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteFileAsync(Path.Combine(options.ArchiveFolder, ".tmp"), cancellation);
            return null;
        }
        catch (IOException e)
        {
            return LocalFault.Of(Store, DiskFault.IsFull(e) ? "storage.full" : "storage.disk");
        }
        catch (UnauthorizedAccessException)
        {
            return LocalFault.Of(Store, "storage.denied");
        }
    }

    /// <inheritdoc/>
    public long? FreeBytes() => Directory.Exists(options.DataFolder) ? new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace : null;

    // The same name each time, so that a process that dies in between leaves one file; hosts that try at once share it.
    private static async Task WriteFileAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous))
        {
            await file.WriteAsync(new byte[Size], cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }
}
