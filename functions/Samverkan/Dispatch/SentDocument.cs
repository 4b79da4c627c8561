using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>A document of a delivery, with its name revealed.</summary>
/// <param name="Hash">Its bytes.</param>
/// <param name="Name">The name that it was dropped under; null where it has been erased.</param>
/// <param name="Part">Which part of the set it is.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record SentDocument(DocumentHash Hash, string? Name, string Part, long Size);
