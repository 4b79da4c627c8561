using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Dispatch.Channels;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>The outbox as a container.</summary>
internal sealed class BlobOutbox(AzureAccount account) : IOutbox
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Outbox);

    /// <inheritdoc/>
    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        FolderOutbox.DemandFileName(name);
        await using var spool = Spool.Create();
        await write(spool, cancellation);
        spool.Position = 0;
        await BlobUpload.ReplaceAsync(
            _container.GetBlobClient(name), spool, new BlobHttpHeaders { ContentType = "message/rfc822" }, cancellation);
    }
}
