namespace Samverkan.Ledger;

/// <summary>What the archive took in.</summary>
/// <param name="Hash">Its name from now on.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record ArchivedDocument(DocumentHash Hash, long Size);
