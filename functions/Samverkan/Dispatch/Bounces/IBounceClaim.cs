namespace Samverkan.Dispatch.Bounces;

/// <summary>A file of the bounce box that nobody else has. Disposed before it is ended, it goes back.</summary>
public interface IBounceClaim : IAsyncDisposable
{
    /// <summary>The first bytes of the file, at most so many.</summary>
    Task<ReadOnlyMemory<byte>> ReadAsync(int most, CancellationToken cancellation);

    /// <summary>Deletes the file: what it says has been recorded, or is nothing to keep.</summary>
    Task CompleteAsync(CancellationToken cancellation);

    /// <summary>Sets the file aside for a person, with a text beside it that says why.</summary>
    /// <param name="reason">In Swedish.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task SetAsideAsync(string reason, CancellationToken cancellation);
}
