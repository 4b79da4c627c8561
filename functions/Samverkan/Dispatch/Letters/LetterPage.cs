namespace Samverkan.Dispatch.Letters;

/// <summary>A letter before it is rendered.</summary>
internal sealed record LetterPage(string Subject, IReadOnlyList<Block> Blocks);
