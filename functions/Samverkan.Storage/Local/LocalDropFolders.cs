using Samverkan.Dispatch.Channels.Folders;

namespace Samverkan.Storage.Local;

/// <summary>
/// The recipients' folders under <c>utlamning</c>. A drop is written beside its place, in a hidden folder of the recipient's
/// own folder, which may be a mounted disk, and renamed when it is whole and on the disk: its name stands for all of it.
/// </summary>
public sealed class LocalDropFolders : IDropFolders
{
    private const string Staging = ".tmp";

    private readonly string _root;
    private readonly bool _durable;

    /// <summary>Makes nothing until the first drop.</summary>
    /// <param name="options">Where the data lies.</param>
    public LocalDropFolders(LocalStorageOptions options)
    {
        _root = options.DropFolder;
        _durable = options.Durable;
    }

    /// <inheritdoc/>
    public async Task<DropOutcome> WriteAsync(
        string folder, string drop, IReadOnlyList<DropFile> files, CancellationToken cancellation)
    {
        foreach (var name in files.SelectMany(f => f.Path.Split('/')).Append(folder).Append(drop)) DropName.ThrowIfBad(name);
        var target = Path.Combine(_root, folder, drop);
        try
        {
            if (Directory.Exists(target)) return DropOutcome.AlreadyThere;
            using var stage = DropStage.Begin(Path.Combine(_root, folder, Staging));
            foreach (var file in files) await WriteAsync(Path.Combine([stage.Folder, .. file.Path.Split('/')]), file, cancellation);
            return Publish(stage, target, files[^1].Path, cancellation);
        }
        catch (UnauthorizedAccessException)
        {
            return DropOutcome.Denied;
        }
        catch (IOException e)
        {
            return DiskFault.IsFull(e) ? DropOutcome.Full : DropOutcome.Failed;
        }
    }

    private async Task WriteAsync(string path, DropFile file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.Write(output, cancellation);
        if (_durable) output.Flush(flushToDisk: true);
    }

    // Where two write the same drop, the one that comes second finds the name taken: its own is thrown away.
    private DropOutcome Publish(DropStage stage, string target, string last, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            Directory.Move(stage.Folder, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            return DropOutcome.AlreadyThere;
        }

        if (_durable) WriteNameDown(Path.Combine(target, last));
        return DropOutcome.Written;
    }

    // A flush under the new name, upon which the file systems in use write the name down too.
    private static void WriteNameDown(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The recipient was quicker, and has taken the drop away.
        }
    }
}
