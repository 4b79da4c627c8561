namespace Samverkan.Intake;

/// <summary>
/// The port to the drop folder. A file is claimed before it is read, so that only one host reads it, and leaves the
/// claim only by <see cref="IInboxClaim.CompleteAsync"/>. The claim of a host that died is open to the next.
/// </summary>
public interface IInbox
{
    /// <summary>
    /// The names of the files that can be claimed now: whole (nobody is writing to them, as far as the store can tell) and
    /// not claimed. A name is a path with <c>/</c> between folders, as the store has it: not yet checked.
    /// </summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellation);

    /// <summary>Claims a file; null where it is gone, not yet whole, or claimed by another.</summary>
    Task<IInboxClaim?> ClaimAsync(string name, CancellationToken cancellation);
}
