using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Samverkan.Dispatch.Bounces;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The bounce box as a container. Claims are those of the inbox, by lease. What is for a person lies under
/// <c>avvisade/</c>, each with an <c>.orsak.txt</c>.
/// </summary>
internal sealed class BlobBounceBox(AzureAccount account) : IBounceBox
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Bounces);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            var open = blob.Properties.LeaseState is not (LeaseState.Leased or LeaseState.Breaking);
            if (open && IsMessage(blob.Name)) yield return blob.Name;
        }
    }

    /// <inheritdoc/>
    public async Task<IBounceClaim?> ClaimAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsMessage(name)) return null;
        var blob = _container.GetBlobClient(name);
        var lease = blob.GetBlobLeaseClient();
        try
        {
            var held = (await lease.AcquireAsync(BlobInboxClaim.Length, cancellationToken: cancellation)).Value;
            return new BlobBounceClaim(new BlobInboxClaim(name, blob, lease, held.ETag), _container);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409)
        {
            return null;
        }
    }

    // A folder's name ends what is a message: what was set aside is not read again.
    private static bool IsMessage(string name) =>
        name.Length <= 1024 && !name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('.')
        && name.EndsWith(".eml", StringComparison.Ordinal) && !name.Any(char.IsControl);
}
