using Microsoft.Extensions.Logging;

namespace Samverkan.Storage.Local;

/// <summary>
/// The folder <c>.claimed</c>: for each claim a folder <c>{id}</c>, in which the file has the path that it had in the inbox,
/// and <c>{id}.lock</c>, held for as long as its process lives. A folder whose lock nobody holds is abandoned.
/// </summary>
internal sealed partial class InboxClaims(string inbox, ILogger log)
{
    private const string LockSuffix = ".lock";

    private readonly string _root = Path.Combine(inbox, ".claimed");

    /// <summary>Claims a file; null where somebody else was quicker, is writing to it, or has changed it meanwhile.</summary>
    public FolderInboxClaim? Take(string name, string path, FileMark mark)
    {
        Directory.CreateDirectory(_root);
        var id = Guid.NewGuid().ToString("N");
        if (FileLock.TryTake(LockOf(id)) is not { } held) return null;
        var claim = new FolderInboxClaim(this, name, FolderOf(id), mark, held);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(claim.Path)!);
            File.Move(path, claim.Path);
        }
        catch (Exception e)
        {
            claim.LetGo();
            if (e is FileNotFoundException or DirectoryNotFoundException || (e is IOException io && FileLock.IsHeld(io))) return null;
            throw;
        }

        if (claim.IsUnchanged) return claim;
        claim.LetGo();
        return null;
    }

    /// <summary>Gives back the files of processes that died, and those that could not be given back before.</summary>
    public void GiveBackAbandoned()
    {
        if (!Directory.Exists(_root)) return;
        foreach (var folder in Directory.GetDirectories(_root))
        {
            using var held = FileLock.TryTake(LockOf(Path.GetFileName(folder)));
            if (held is not null) GiveBack(folder);
        }

        // Of one that died before it had a folder only the lock is left.
        foreach (var path in Directory.GetFiles(_root, "*" + LockSuffix))
        {
            if (!Directory.Exists(path[..^LockSuffix.Length])) FileLock.TryTake(path)?.Dispose();
        }
    }

    /// <summary>
    /// Gives back what is left in the folder of a claim. A file whose name another file has by now, or whose place cannot be
    /// reached, stays until the next time.
    /// </summary>
    public void GiveBack(string folder)
    {
        try
        {
            var left = false;
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)) left |= !TryGiveBack(folder, file);
            if (!left) Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process gave it back at the same time.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotGivenBack(e, Path.GetFileName(folder));
        }
    }

    private bool TryGiveBack(string folder, string file)
    {
        if (InboxPath.Resolve(inbox, InboxPath.NameOf(folder, file)) is not { } path) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return FreeName.TryMove(file, path);
    }

    private string FolderOf(string id) => Path.Combine(_root, id);

    private string LockOf(string id) => Path.Combine(_root, id + LockSuffix);

    [LoggerMessage(3004, LogLevel.Error, "Inbox: the file of claim {Claim} could not be given back; it lies in .claimed and is tried again")]
    private partial void LogNotGivenBack(Exception e, string claim);
}
