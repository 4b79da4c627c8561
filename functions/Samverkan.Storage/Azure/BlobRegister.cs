using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Samverkan.Storage.Azure;

/// <summary>The register as a blob: <c>register.json</c> in the container <c>register</c>, put there by people, never written here.</summary>
/// <param name="options">The storage account.</param>
public sealed class BlobRegister(AzureStorageOptions options)
{
    private const string Name = "register.json";
    private readonly BlobClient _blob = new AzureAccount(options).Container(AzureNames.Register).GetBlobClient(Name);

    /// <summary>Where it lies, in Swedish.</summary>
    public string Place => $"behållaren {AzureNames.Register} i lagringskontot ({Name})";

    /// <summary>What tells that it has changed; null where there is none.</summary>
    public async Task<string?> MarkAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Its bytes; null where there is none.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
