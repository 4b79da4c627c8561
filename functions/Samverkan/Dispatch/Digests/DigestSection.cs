namespace Samverkan.Dispatch.Digests;

/// <summary>What a digest says of one kind of things: at least one.</summary>
/// <param name="Part">Which kind.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Lines">Those that are told of one by one: the oldest, at most <see cref="MostLines"/>.</param>
public sealed record DigestSection(DigestPart Part, int Count, IReadOnlyList<DigestLine> Lines)
{
    /// <summary>More than this are only counted: who has more to do opens the pages.</summary>
    public const int MostLines = 20;
}
