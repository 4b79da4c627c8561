namespace Samverkan.Dispatch.Letters;

/// <summary>A piece of a letter, rendered the same in text and in HTML. Texts may hold anything: the renderers clean them.</summary>
internal abstract record Block
{
    /// <summary>Running text.</summary>
    internal sealed record Paragraph(string Text) : Block;

    /// <summary>What must not be overlooked.</summary>
    internal sealed record Banner(string Text) : Block;

    /// <summary>A heading of a part.</summary>
    internal sealed record Heading(string Text) : Block;

    /// <summary>Names and their values, a line each.</summary>
    internal sealed record Facts(IReadOnlyList<Fact> Rows) : Block;

    /// <summary>A list.</summary>
    internal sealed record Bullets(IReadOnlyList<string> Rows) : Block;

    /// <summary>A link with its own words.</summary>
    internal sealed record Link(string Text, Uri Address) : Block;
}
