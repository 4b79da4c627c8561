namespace Samverkan.Dispatch.Letters.Notices;

/// <summary>One thing that a notice tells.</summary>
/// <param name="Headline">One line that says what it is; the subject where it is the only thing.</param>
/// <param name="Lead">What has happened.</param>
/// <param name="Facts">What, when, what is missing, what to do, and what will happen if nothing is done.</param>
/// <param name="Link">Where to read more; null without pages that people reach.</param>
internal sealed record NoticeText(string Headline, string Lead, IReadOnlyList<Fact> Facts, Block.Link? Link)
{
    /// <summary>What goes between the lead and the facts; nothing by default.</summary>
    internal IReadOnlyList<Block> Details { get; init; } = [];
}
