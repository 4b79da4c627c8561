using Samverkan.Ledger;

namespace Samverkan.Storage.Local;

/// <summary>The archive as a folder: <c>arkiv/ab/ab12…</c>, a file a document, named by its hash.</summary>
internal sealed class FolderArchive : IArchive
{
    private readonly LocalStorageOptions _options;
    private readonly string _temporary;

    public FolderArchive(LocalStorageOptions options)
    {
        _options = options;
        _temporary = Path.Combine(options.ArchiveFolder, ".tmp");
        TempFile.RemoveLeftovers(_temporary);
    }

    /// <inheritdoc/>
    public async Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
    {
        await using var file = TempFile.Create(_temporary, _options.Durable);
        if (await HashingCopy.RunAsync(content, file.Content, mostBytes, cancellation) is not { } document) return null;
        var path = PathOf(_options, document.Hash);
        // One of another length is a document that the disk has damaged: the whole one takes its place.
        if (new FileInfo(path) is not { Exists: true } there || there.Length != document.Size)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await file.PublishAsync(path, cancellation);
            return document;
        }

        // So that an erasure that was decided before does not take what belongs to something new.
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(file.Path));
        return document;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = new FileInfo(PathOf(_options, hash));
        return Task.FromResult<Stream?>(file.Exists
            ? new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferFor(file.Length), FileOptions.Asynchronous)
            : null);
    }

    // Most documents are small, and each is opened twice for a delivery.
    private static int BufferFor(long length) => (int)Math.Clamp(length + 1, 1, 81920);

    /// <summary>Where a document lies.</summary>
    internal static string PathOf(LocalStorageOptions options, DocumentHash hash) =>
        Path.Combine(options.ArchiveFolder, hash.Value[..2], hash.Value);
}
