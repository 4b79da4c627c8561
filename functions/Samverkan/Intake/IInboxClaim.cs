namespace Samverkan.Intake;

/// <summary>A file that this process alone may read. Disposing without completing gives the file back to the inbox.</summary>
public interface IInboxClaim : IAsyncDisposable
{
    /// <summary>The file's path within the inbox, as it was dropped.</summary>
    string Name { get; }

    /// <summary>Opens the file for reading from its beginning.</summary>
    /// <exception cref="IOException">It cannot be read, now or ever; the file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read it; the file stays.</exception>
    Task<Stream> OpenAsync(CancellationToken cancellation);

    /// <summary>Whether the file is still what it was when claimed: nobody wrote to it meanwhile.</summary>
    Task<bool> IsUnchangedAsync(CancellationToken cancellation);

    /// <summary>
    /// Removes the file, if it is still what it was when claimed. Call only when its bytes are in the archive or the
    /// quarantine and the ledger says so. False where it changed: then it is given back, to be taken in as it is now.
    /// </summary>
    Task<bool> CompleteAsync(CancellationToken cancellation);
}
