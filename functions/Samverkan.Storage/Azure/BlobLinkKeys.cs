using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Dispatch.Links;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The keys of links as blobs in the container <c>nycklar</c>, <c>lankar-0001.key</c> and on, as in the data folder: 32 random
/// bytes each, base64. The last by name is the newest. Read once, when the first link is made or opened.
/// </summary>
internal sealed class BlobLinkKeys(AzureAccount account) : ILinkKeys
{
    private const string Prefix = "lankar-";
    private const string First = Prefix + "0001.key";
    private const int KeyBytes = 32;

    private readonly Lazy<IReadOnlyList<ReadOnlyMemory<byte>>> _keys =
        new(() => Load(account.Container(AzureNames.Keys)), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> NewestFirst() => _keys.Value;

    private static IReadOnlyList<ReadOnlyMemory<byte>> Load(BlobContainerClient container)
    {
        if (Read(container) is { Count: > 0 } keys) return keys;
        try
        {
            container.GetBlobClient(First).Upload(
                new BinaryData(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"), overwrite: false);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Another host was quicker: its key is everybody's.
        }

        return Read(container);
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Read(BlobContainerClient container) =>
    [
        .. container.GetBlobs(BlobTraits.None, BlobStates.None, Prefix, default).Select(b => b.Name)
            .Where(name => name.EndsWith(".key", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .Select(name => ReadKey(container.GetBlobClient(name))),
    ];

    private static ReadOnlyMemory<byte> ReadKey(BlobClient blob)
    {
        var text = blob.DownloadContent().Value.Content.ToString().Trim();
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= KeyBytes
            ? key.AsMemory(0, length)
            : throw AzureStorageException.BadKey(blob.Name);
    }
}
