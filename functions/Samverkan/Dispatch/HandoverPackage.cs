namespace Samverkan.Dispatch;

/// <summary>What somebody needs to hand a delivery over by hand.</summary>
/// <param name="Name">The recipient's name.</param>
/// <param name="Addresses">The recipient's addresses, as the register writes them; none where it no longer has the contact.</param>
/// <param name="Letter">The covering letter to print, an HTML document; null where the register no longer has the contact.</param>
/// <param name="Documents">The documents, under the names that they are to be handed over with.</param>
/// <param name="Lost">Those that the archive does not have, or not unchanged.</param>
public sealed record HandoverPackage(
    string Name, IReadOnlyList<string> Addresses, string? Letter, IReadOnlyList<SentDocument> Documents, IReadOnlyList<SentDocument> Lost);
