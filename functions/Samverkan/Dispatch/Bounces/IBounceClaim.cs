namespace Samverkan.Dispatch.Bounces;

/// <summary>A file of the bounce box that nobody else has. Disposed before it is ended, it goes back.</summary>
public interface IBounceClaim : IAsyncDisposable
{
    /// <summary>Opens the file for reading from its beginning.</summary>
    Task<Stream> OpenAsync(CancellationToken cancellation);

    /// <summary>Deletes the file: what it says has been recorded, or is nothing to keep.</summary>
    Task CompleteAsync(CancellationToken cancellation);

    /// <summary>Sets the file aside for a person, with a text beside it that says why.</summary>
    /// <param name="reason">In Swedish.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task SetAsideAsync(string reason, CancellationToken cancellation);
}
