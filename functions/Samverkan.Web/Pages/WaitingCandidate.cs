namespace Samverkan.Web.Pages;

/// <summary>Something that a waiting file may belong to.</summary>
/// <param name="What">The obligation and year, or the agreement.</param>
/// <param name="Score">0–100, how well it fits.</param>
/// <param name="Why">The reasons, a sentence each.</param>
public sealed record WaitingCandidate(string What, int Score, IReadOnlyList<string> Why)
{
    /// <summary>What the form calls it; null where it does not say enough to be chosen.</summary>
    public string? Place { get; init; }
}
