using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Samverkan.Storage.Azure;

/// <summary>Puts content into blobs: whole or not at all, with a checksum that the service holds against what it received.</summary>
internal static class BlobUpload
{
    /// <summary>Replaces a blob, or makes it.</summary>
    public static Task ReplaceAsync(BlobClient blob, Stream content, BlobHttpHeaders headers, CancellationToken cancellation) =>
        blob.UploadAsync(content, Options(headers, conditions: null), cancellation);

    /// <summary>Makes a blob; false where there is one already.</summary>
    public static async Task<bool> MakeAsync(BlobClient blob, Stream content, CancellationToken cancellation)
    {
        try
        {
            await blob.UploadAsync(
                content, Options(new BlobHttpHeaders(), new BlobRequestConditions { IfNoneMatch = ETag.All }), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    private static BlobUploadOptions Options(BlobHttpHeaders headers, BlobRequestConditions? conditions) => new()
    {
        HttpHeaders = headers,
        Conditions = conditions,
        TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
    };
}
