using Microsoft.Extensions.Logging;
using Samverkan.Intake;

namespace Samverkan.Storage.Local;

/// <summary>
/// The drop folder. A file is claimed by renaming it into <c>.claimed</c>, under a lock that ends with the process.
/// The whole inbox must be one volume, so that the renaming is atomic.
/// </summary>
internal sealed class FolderInbox : IInbox
{
    private readonly string _root;
    private readonly InboxWalk _walk;
    private readonly StillnessWatch _watch;
    private readonly InboxClaims _claims;

    public FolderInbox(LocalStorageOptions options, TimeProvider time, ILogger<FolderInbox> log)
    {
        _root = options.InboxFolder;
        _walk = new InboxWalk(_root, log);
        _watch = new StillnessWatch(time, options.Stillness.ToTimeSpan());
        _claims = new InboxClaims(_root, log);
        Directory.CreateDirectory(_root);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellation) => List(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<IInboxClaim?> ClaimAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IInboxClaim?>(
            InboxPath.Resolve(_root, name) is { } path && FileMark.Of(path) is { } mark && _watch.IsStill(name, mark)
                ? _claims.Take(name, path, mark)
                : null);
    }

    private IEnumerable<string> List(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(_root);
        _claims.GiveBackAbandoned();
        foreach (var name in _watch.Observe(_walk.Files()).Order(StringComparer.Ordinal)) yield return name;
    }
}
