using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Samverkan.Intake;

namespace Samverkan.Storage.Azure;

/// <summary>A claimed blob: a lease that is renewed for as long as the claim is held, and the ETag that it was claimed at.</summary>
internal sealed class BlobInboxClaim : IInboxClaim
{
    /// <summary>How long a lease lasts when its host dies.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly ETag _etag;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private FileStream? _read;

    public BlobInboxClaim(string name, BlobClient blob, BlobLeaseClient lease, ETag etag)
    {
        Name = name;
        (_blob, _lease, _etag) = (blob, lease, etag);
        _renewing = RenewAsync(_ended.Token);
    }

    /// <inheritdoc/>
    public string Name { get; }

    private BlobRequestConditions AsClaimed => new() { IfMatch = _etag, LeaseId = _lease.LeaseId };

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            _read ??= await Spool.OfAsync(_blob, new BlobRequestConditions { IfMatch = _etag }, cancellation);
            return Spool.Again(_read);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            throw AzureStorageException.Changed(e);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsUnchangedAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag == _etag;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CompleteAsync(CancellationToken cancellation)
    {
        try
        {
            await _blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, AsClaimed, cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Somebody else removed it, or the answer to our own removal was lost.
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return !await _blob.ExistsAsync(cancellation);
        }

        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_ended.IsCancellationRequested) return;
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
        if (_read is not null) await _read.DisposeAsync();
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // Gone with its blob, or ending by itself in half a minute.
        }
    }

    private async Task RenewAsync(CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, ended);
                await _lease.RenewAsync(cancellationToken: ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The claim has ended.
        }
        catch (RequestFailedException)
        {
            // Without its lease the blob may be taken by another host: completing asks for the lease and fails.
        }
    }
}
