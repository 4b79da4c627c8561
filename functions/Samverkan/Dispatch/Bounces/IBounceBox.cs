namespace Samverkan.Dispatch.Bounces;

/// <summary>
/// The port to where the mail system puts what comes to the return address: one <c>.eml</c> file a message. A file is
/// there until its claim is ended; what a dead host had claimed comes back.
/// </summary>
public interface IBounceBox
{
    /// <summary>The names of the files that can be claimed now, in no order. None where the box is not there.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellation);

    /// <summary>Claims a file; null where it is gone, is being written, or somebody else has it.</summary>
    Task<IBounceClaim?> ClaimAsync(string name, CancellationToken cancellation);
}
