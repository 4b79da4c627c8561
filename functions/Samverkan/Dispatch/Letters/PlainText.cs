namespace Samverkan.Dispatch.Letters;

/// <summary>Renders a letter as plain text: blocks with a blank line between, lines as long as they are.</summary>
internal static class PlainText
{
    internal static string Render(LetterPage page) => string.Join("\n\n", page.Blocks.Select(Render)) + "\n";

    private static string Render(Block block) => block switch
    {
        Block.Paragraph p => OneLine.Of(p.Text),
        Block.Banner b => $"*** {OneLine.Of(b.Text)} ***",
        Block.Heading h => OneLine.Of(h.Text),
        Block.Facts f => Lines(f.Rows.Select(row => $"{row.Name}: {OneLine.Of(row.Value)}")),
        Block.Bullets b => Lines(b.Rows.Select(row => $"- {OneLine.Of(row)}")),
        Block.Link l => $"{l.Text}: {l.Address.AbsoluteUri}",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block that has no text."),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
