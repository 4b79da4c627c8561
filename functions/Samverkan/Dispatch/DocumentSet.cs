using System.Text;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>The documents that are handed over together, in order, and the hash that names the set.</summary>
/// <param name="Documents">At least one.</param>
public sealed record DocumentSet(IReadOnlyList<SentDocument> Documents)
{
    /// <summary>SHA-256 over each document's part and hash, a line each, in order.</summary>
    public string Hash { get; } = DocumentHash.Of(
        Encoding.UTF8.GetBytes(string.Concat(Documents.Select(d => $"{d.Part}:{d.Hash}\n")))).Value;

    /// <summary>An extract as a document of a set.</summary>
    public static SentDocument OfExtract(ReceivedExtract extract) =>
        new(extract.Event.Document.Hash, extract.Name, DocumentRef.ExtractPart, extract.Event.Document.Size);
}
