using Azure.Storage.Blobs.Specialized;
using Samverkan.Signals;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Tries the archive's container by laying down a block that no blob takes in: the same block each time, which the service
/// throws away by itself. A blob could not be removed again where the container is kept unchangeable.
/// </summary>
internal sealed class BlobProbe(AzureAccount account) : IStoreProbe
{
    /// <summary>The blob that is never made.</summary>
    internal const string Name = "skrivprov";

    private static readonly string Block = Convert.ToBase64String("skrivprov"u8);
    private readonly BlockBlobClient _blob = account.Container(AzureNames.Archive).GetBlockBlobClient(Name);

    /// <inheritdoc/>
    public string Store => "arkivet";

    /// <inheritdoc/>
    public Task<StoreFault?> WriteAsync(CancellationToken cancellation) => AzureFault.OfAsync(async () =>
    {
        using var content = new MemoryStream(new byte[1024], writable: false);
        await _blob.StageBlockAsync(Block, content, cancellationToken: cancellation);
    });
}
