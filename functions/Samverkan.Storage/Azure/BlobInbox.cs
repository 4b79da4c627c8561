using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Samverkan.Intake;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The drop folder as a container. A blob is whole from the moment that it is there; it is claimed by a lease, which ends by
/// itself where the host dies, and deleted only while it is what was claimed. Whoever writes over a claimed blob is refused
/// by the service and told so by his program.
/// </summary>
internal sealed partial class BlobInbox(AzureAccount account, ILogger<BlobInbox> log) : IInbox
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Inbox);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.Split('/').Any(InboxPath.IsPassedOver)) continue;
            if (!IsPlain(blob.Name)) Tell(blob.Name);
            else if (blob.Properties.LeaseState is not (LeaseState.Leased or LeaseState.Breaking)) yield return blob.Name;
        }
    }

    /// <inheritdoc/>
    public async Task<IInboxClaim?> ClaimAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsPlain(name)) return null;
        var blob = _container.GetBlobClient(name);
        var lease = blob.GetBlobLeaseClient();
        try
        {
            var held = (await lease.AcquireAsync(BlobInboxClaim.Length, cancellationToken: cancellation)).Value;
            return new BlobInboxClaim(name, blob, lease, held.ETag);
        }
        catch (RequestFailedException e) when (e.ErrorCode is { } code && (code == BlobErrorCode.BlobNotFound || code == BlobErrorCode.LeaseAlreadyPresent || code == BlobErrorCode.LeaseIsBreakingAndCannotBeAcquired))
        {
            return null;
        }
    }

    // What a web address folds away would name another blob.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 1024
        && name.Split('/').All(s => s.Length > 0 && s.Trim('.').Length > 0 && !InboxPath.IsPassedOver(s) && !s.Any(char.IsControl) && !s.EndsWith('.'));

    private void Tell(string name)
    {
        if (_told.TryAdd(name, true)) LogName(name.ReplaceLineEndings(" "));
    }

    [LoggerMessage(3101, LogLevel.Warning, "Inbox: the name {Name} cannot be asked for in a web address, so the blob cannot be opened; rename it")]
    private partial void LogName(string name);
}
