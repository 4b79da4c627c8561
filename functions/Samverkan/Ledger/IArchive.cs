namespace Samverkan.Ledger;

/// <summary>
/// The port to the archive: documents by the hash of their bytes, written once and never changed. Putting the same bytes
/// again changes nothing.
/// </summary>
public interface IArchive
{
    /// <summary>
    /// Copies the stream into the archive, durably, and returns its hash and size in bytes; null, with nothing kept,
    /// where it is longer than <paramref name="mostBytes"/>. A crash leaves either the whole document or none.
    /// </summary>
    Task<ArchivedDocument?> PutAsync(Stream content, long mostBytes, CancellationToken cancellation);

    /// <summary>Opens a document for reading from its beginning, seekable; null where the archive does not have it.</summary>
    Task<Stream?> OpenAsync(DocumentHash hash, CancellationToken cancellation);
}
