using Samverkan.Ledger;

namespace Samverkan.Storage.Local;

/// <summary>The archive as a folder: <c>arkiv/ab/ab12…</c>, a file a document, named by its hash.</summary>
internal sealed class FolderArchive : IArchive
{
    private readonly string _root;
    private readonly string _temporary;
    private readonly bool _durable;

    public FolderArchive(LocalStorageOptions options)
    {
        _root = options.ArchiveFolder;
        _temporary = Path.Combine(_root, ".tmp");
        _durable = options.Durable;
        TempFile.RemoveLeftovers(_temporary);
    }

    /// <inheritdoc/>
    public async Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
    {
        await using var file = TempFile.Create(_temporary, _durable);
        if (await HashingCopy.RunAsync(content, file.Content, mostBytes, cancellation) is not { } document) return null;
        var path = PathOf(document.Hash);
        // One of another length is a document that the disk has damaged: the whole one takes its place.
        if (new FileInfo(path) is not { Exists: true } there || there.Length != document.Size)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await file.PublishAsync(path, cancellation);
        }

        return document;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(hash);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous)
            : null);
    }

    private string PathOf(DocumentHash hash) => Path.Combine(_root, hash.Value[..2], hash.Value);
}
