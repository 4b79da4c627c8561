using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Migration;

/// <summary>What a storage account holds.</summary>
internal sealed class BlobContents(AzureAccount account) : IStoreContents
{
    private const string NameMark = "filename*=UTF-8''";

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentHash> DocumentsAsync(CancellationToken cancellation) => account.Container(AzureNames.Archive)
        .GetBlobsAsync(cancellationToken: cancellation)
        .Select(blob => blob.Name[(blob.Name.LastIndexOf('/') + 1)..])
        .Where(name => name.Length == 64 && name.All(char.IsAsciiHexDigitLower))
        .Select(DocumentHash.Parse);

    /// <inheritdoc/>
    public async IAsyncEnumerable<QuarantinedBlob> QuarantinedAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var container = account.Container(AzureNames.Quarantine);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.Split('/') is not [{ Length: 16 } id, "fil"]) continue;
            var name = blob.Properties.ContentDisposition is { } text && text.IndexOf(NameMark, StringComparison.Ordinal) is var at and >= 0
                ? Uri.UnescapeDataString(text[(at + NameMark.Length)..])
                : "fil";
            yield return new QuarantinedBlob(id, name, await ReasonAsync(container.GetBlobClient(id + "/ORSAK.txt"), cancellation));
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasInboxAsync(CancellationToken cancellation) =>
        await account.Container(AzureNames.Inbox).GetBlobsAsync(cancellationToken: cancellation).AnyAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> LinkKeysAsync(CancellationToken cancellation)
    {
        var container = account.Container(AzureNames.Keys);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "lankar-", cancellation))
            keys[blob.Name] = (await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content.ToString();
        return keys;
    }

    /// <inheritdoc/>
    public async Task<bool> PutLinkKeyAsync(string name, string text, CancellationToken cancellation)
    {
        var blob = account.Container(AzureNames.Keys).GetBlobClient(name);
        return await BlobUpload.MakeAsync(blob, new BinaryData(text).ToStream(), cancellation)
            || (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString() == text;
    }

    private static async Task<string> ReasonAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return "";
        }
    }
}
