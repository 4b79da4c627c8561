using Samverkan.Ledger;

namespace Samverkan.Web.Tests.Support;

/// <summary>Documents in memory, for one test.</summary>
public sealed class MemoryArchive : IArchive
{
    private readonly Dictionary<DocumentHash, byte[]> _documents = [];

    public async Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        if (bytes.Length > mostBytes) return null;
        var hash = DocumentHash.Of(bytes.ToArray());
        _documents[hash] = bytes.ToArray();
        return new ArchivedDocument(hash, bytes.Length);
    }

    public Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_documents.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    /// <summary>Changes a document's first byte.</summary>
    public void Damage(DocumentHash hash) => _documents[hash][0] ^= 1;
}
