using Azure;
using Azure.Storage.Blobs;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The recipients' folders in the container <c>utlamning</c>. A container has no way of renaming many blobs at once, so the
/// last file comes last: who waits for it sees the whole drop.
/// </summary>
internal sealed class BlobDropFolders(AzureAccount account) : IDropFolders
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Drops);

    /// <inheritdoc/>
    public async Task<DropOutcome> WriteAsync(
        string folder, string drop, IReadOnlyList<DropFile> files, CancellationToken cancellation)
    {
        foreach (var name in files.SelectMany(f => f.Path.Split('/')).Append(folder).Append(drop)) DropName.ThrowIfBad(name);
        List<(BlobClient Blob, FileStream Content)> spooled = [];
        try
        {
            // Everything first to this machine: what fails or is cancelled there has shown nothing to the recipient.
            foreach (var file in files) spooled.Add((_container.GetBlobClient($"{folder}/{drop}/{file.Path}"), await SpoolAsync(file, cancellation)));
            return await WriteAsync($".pagar/{folder}/{drop}", spooled, cancellation);
        }
        catch (RequestFailedException e)
        {
            return e.Status is 401 or 403 ? DropOutcome.Denied : DropOutcome.Failed;
        }
        catch (IOException)
        {
            return DropOutcome.Failed;
        }
        finally
        {
            foreach (var (_, content) in spooled) await content.DisposeAsync();
        }
    }

    private static async Task<FileStream> SpoolAsync(DropFile file, CancellationToken cancellation)
    {
        var spool = Spool.Create();
        try
        {
            await file.Write(spool, cancellation);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    // One host at a time, so that a drop's files are all of one. What a host that died has begun is written over.
    private async Task<DropOutcome> WriteAsync(
        string turnName, List<(BlobClient Blob, FileStream Content)> files, CancellationToken cancellation)
    {
        if (await files[^1].Blob.ExistsAsync(cancellation)) return DropOutcome.AlreadyThere;
        await using var turn = await BlobTurn.TakeAsync(_container.GetBlobClient(turnName), cancellation);
        if (await files[^1].Blob.ExistsAsync(cancellation)) return DropOutcome.AlreadyThere;
        foreach (var (blob, content) in files) await BlobUpload.ReplaceAsync(blob, content, new(), cancellation);
        return DropOutcome.Written;
    }
}
