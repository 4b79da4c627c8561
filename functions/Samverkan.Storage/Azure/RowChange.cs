namespace Samverkan.Storage.Azure;

/// <summary>A row as it is to be, under every key that it is found by.</summary>
/// <param name="Key">The row's own key.</param>
/// <param name="Version">What it was made of: an older one never takes the place of a newer.</param>
/// <param name="Values">The values, the same under every key.</param>
/// <param name="Keys">The keys that it is listed under.</param>
/// <param name="CountedAs">What it is counted as; null for not at all.</param>
internal sealed record RowChange(
    string Key, long Version, IReadOnlyDictionary<string, object?> Values, IReadOnlyList<string> Keys, string? CountedAs);
