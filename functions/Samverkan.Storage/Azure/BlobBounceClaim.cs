using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Dispatch.Bounces;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>A claimed message of the bounce container.</summary>
internal sealed class BlobBounceClaim(BlobInboxClaim claim, BlobContainerClient container) : IBounceClaim
{
    /// <inheritdoc/>
    public Task<Stream> OpenAsync(CancellationToken cancellation) => claim.OpenAsync(cancellation);

    /// <inheritdoc/>
    public Task CompleteAsync(CancellationToken cancellation) => claim.CompleteAsync(cancellation);

    /// <inheritdoc/>
    public async Task SetAsideAsync(string reason, CancellationToken cancellation)
    {
        // Under a name of its own for each time, so that nothing is written over; a crash before the end leaves a copy.
        var name = $"{FolderBounceBox.AsideName}/{Guid.CreateVersion7():N}-{claim.Name}";
        using var why = new MemoryStream(Encoding.UTF8.GetBytes(reason + "\n"));
        await container.GetBlobClient(name + ".orsak.txt").UploadAsync(why, new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" }, cancellationToken: cancellation);
        await using (var message = await claim.OpenAsync(cancellation))
            await container.GetBlobClient(name).UploadAsync(message, new BlobHttpHeaders { ContentType = "message/rfc822" }, cancellationToken: cancellation);
        await claim.CompleteAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => claim.DisposeAsync();
}
