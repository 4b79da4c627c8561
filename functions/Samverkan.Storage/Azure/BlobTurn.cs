using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Samverkan.Storage.Azure;

/// <summary>A turn that one host at a time has, by the lease of a blob that is there only meanwhile. It ends with its host after a minute.</summary>
internal sealed class BlobTurn : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;

    private BlobTurn(BlobClient blob, BlobLeaseClient lease) => (_blob, _lease) = (blob, lease);

    /// <summary>Waits for the turn.</summary>
    public static async Task<BlobTurn> TakeAsync(BlobClient blob, CancellationToken cancellation)
    {
        while (true)
        {
            var lease = blob.GetBlobLeaseClient();
            try
            {
                await lease.AcquireAsync(Length, cancellationToken: cancellation);
                return new BlobTurn(blob, lease);
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                await BlobUpload.MakeAsync(blob, new MemoryStream(), cancellation);
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                await Task.Delay(Random.Shared.Next(50, 200), cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { LeaseId = _lease.LeaseId });
        }
        catch (RequestFailedException)
        {
            // Ended by itself, or will within the minute.
        }
    }
}
