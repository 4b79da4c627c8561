using System.Collections.Concurrent;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>Documents in memory that several hosts share.</summary>
internal sealed class MemoryArchive : IArchive
{
    private readonly ConcurrentDictionary<DocumentHash, byte[]> _documents = [];

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
}
