namespace Samverkan.Ledger;

/// <summary>A personal value and the salt of its commitment; both null after erasure.</summary>
/// <param name="Value">The value, such as an e-mail address or a file name.</param>
/// <param name="Salt">128 random bits, base64.</param>
public sealed record PersonalValue(string? Value, string? Salt);
