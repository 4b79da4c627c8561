using Samverkan.Intake;

namespace Samverkan.Storage.Local;

/// <summary>A claimed file, where it lies now.</summary>
internal sealed class FolderInboxClaim(InboxClaims claims, string name, string folder, FileMark mark, FileLock held) : IInboxClaim
{
    private bool _ended;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Where the file lies while it is claimed.</summary>
    public string Path { get; } = System.IO.Path.Combine([folder, .. name.Split('/')]);

    /// <summary>Whether nobody has written to the file since it was seen to be still.</summary>
    public bool IsUnchanged => FileMark.Of(Path) == mark;

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Opening a named pipe would wait for ever; it has no length, and a file without one need not be opened.
        return Task.FromResult<Stream>(new FileInfo(Path) is { Exists: true, Length: 0 }
            ? new MemoryStream([], writable: false)
            : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, FileOptions.Asynchronous));
    }

    /// <inheritdoc/>
    public Task<bool> IsUnchangedAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(IsUnchanged);
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsUnchanged) File.Delete(Path);
        // Also a file that somebody else removed is done; one that is still here was written to, and goes back.
        var done = !File.Exists(Path);
        LetGo();
        return Task.FromResult(done);
    }

    /// <summary>Gives the file back, if it is still here, and ends the claim.</summary>
    public void LetGo()
    {
        if (_ended) return;
        _ended = true;
        claims.GiveBack(folder);
        held.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        LetGo();
        return ValueTask.CompletedTask;
    }
}
