namespace Samverkan.Storage.Local;

/// <summary>
/// A file under a temporary name that gets its own only when it is whole. Held open until then, so that what a dead
/// process left can be told from what a live one is writing.
/// </summary>
internal sealed class TempFile : IAsyncDisposable
{
    private const string Suffix = ".tmp";

    private readonly FileStream _file;
    private readonly bool _durable;
    private bool _published;

    private TempFile(FileStream file, bool durable)
    {
        _file = file;
        _durable = durable;
    }

    /// <summary>What is written.</summary>
    public Stream Content => _file;

    /// <summary>Where it lies until it is published.</summary>
    public string Path => _file.Name;

    /// <summary>Starts a file in a folder of the volume where it is to be.</summary>
    public static TempFile Create(string folder, bool durable)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}{Suffix}");
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous);
        return new TempFile(file, durable);
    }

    /// <summary>Removes what dead processes left in a folder.</summary>
    public static void RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, ".*" + Suffix)) FileLock.TryTake(path)?.Dispose();
    }

    /// <summary>
    /// Gives the file its name, in place of one that has it. Flushed twice: first the content, so that the name never
    /// stands for less than the whole; then once more, upon which the file systems in use also write the new name down.
    /// </summary>
    public async Task PublishAsync(string path, CancellationToken cancellation)
    {
        await _file.FlushAsync(cancellation);
        if (_durable) _file.Flush(flushToDisk: true);
        File.Move(_file.Name, path, overwrite: true);
        _published = true;
        if (_durable) _file.Flush(flushToDisk: true);
    }

    /// <summary>Removes the file, if it was not published.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (!_published) File.Delete(_file.Name);
    }
}
