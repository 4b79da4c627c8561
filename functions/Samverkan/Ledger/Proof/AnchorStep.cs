namespace Samverkan.Ledger.Proof;

/// <summary>One step from a leaf to the root.</summary>
/// <param name="Left">Whether the hash stands to the left of what has been computed so far.</param>
/// <param name="Hash">The hash of the other half, lower-case hex.</param>
public sealed record AnchorStep(bool Left, string Hash);
