using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Samverkan.Storage.Azure;

/// <summary>Content that is on its way, in a file of its own that goes when it is closed: its length and hash must be known first.</summary>
internal static class Spool
{
    /// <summary>An empty spool.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), "samverkan-" + Guid.NewGuid().ToString("N")),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 81920,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });

    /// <summary>Fills a spool from a download; what it fails with leaves nothing behind.</summary>
    public static async Task<FileStream> OfAsync(BlobClient blob, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        using var download = (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Conditions = conditions }, cancellation)).Value;
        var spool = Create();
        try
        {
            await download.Content.CopyToAsync(spool, cancellation);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads a spool from its beginning, beside others that do.</summary>
    public static FileStream Again(FileStream spool) => new(
        spool.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, FileOptions.Asynchronous);
}
