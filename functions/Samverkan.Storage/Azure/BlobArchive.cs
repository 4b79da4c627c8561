using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Ledger;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The archive as a container: <c>ab/ab12…</c>, a blob a document, named by its hash as in the folder. Made only where there
/// is none of that name; held against its name whenever it is read.
/// </summary>
internal sealed class BlobArchive(AzureAccount account) : IArchive
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Archive);

    /// <inheritdoc/>
    public async Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var spool = Spool.Create();
        if (await HashingCopy.RunAsync(content, spool, mostBytes, cancellation) is not { } document) return null;
        spool.Position = 0;
        var blob = BlobOf(_container, document.Hash);
        if (await BlobUpload.MakeAsync(blob, spool, cancellation)) return document;

        // One of another length was not put there by us: the whole one takes its place. One that is the same is touched, so that
        // an erasure that was decided before does not take what belongs to something new.
        if ((await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength == document.Size && await TouchAsync(blob, cancellation))
            return document;
        spool.Position = 0;
        await BlobUpload.ReplaceAsync(blob, spool, new BlobHttpHeaders(), cancellation);
        return document;
    }

    /// <inheritdoc/>
    /// <exception cref="AzureStorageException">The document is not the one that was put there.</exception>
    public async Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation)
    {
        try
        {
            var spool = await Spool.OfAsync(BlobOf(_container, hash), conditions: null, cancellation);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(spool, cancellation)) == hash.Value)
            {
                spool.Position = 0;
                return spool;
            }

            await spool.DisposeAsync();
            throw AzureStorageException.Damaged(hash.Value);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Where a document lies.</summary>
    internal static BlobClient BlobOf(BlobContainerClient container, DocumentHash hash) =>
        container.GetBlobClient($"{hash.Value[..2]}/{hash.Value}");

    private static async Task<bool> TouchAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.SetMetadataAsync(new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
    }
}
