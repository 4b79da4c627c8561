using Samverkan.Ledger;

namespace Samverkan.Storage.Migration;

/// <summary>What a store holds beside its streams, listed, which no port of the product asks for.</summary>
internal interface IStoreContents
{
    /// <summary>Every document of the archive.</summary>
    IAsyncEnumerable<DocumentHash> DocumentsAsync(CancellationToken cancellation);

    /// <summary>Every file of the quarantine.</summary>
    IAsyncEnumerable<QuarantinedBlob> QuarantinedAsync(CancellationToken cancellation);

    /// <summary>Whether files wait in the inbox: they are not moved, but taken in.</summary>
    Task<bool> HasInboxAsync(CancellationToken cancellation);

    /// <summary>The keys of links, by name.</summary>
    Task<IReadOnlyDictionary<string, string>> LinkKeysAsync(CancellationToken cancellation);

    /// <summary>Keeps a key of links; one of that name that is another is left, and false returned.</summary>
    Task<bool> PutLinkKeyAsync(string name, string text, CancellationToken cancellation);
}
