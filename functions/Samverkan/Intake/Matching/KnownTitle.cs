using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>A title that the register has for an agreement or one of its obligations.</summary>
/// <param name="Obligation">The obligation; null for the agreement's own title.</param>
/// <param name="Printed">The title as the register writes it.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsForPeople">True for a title that tells no matter ("Verksamhetsplan med budget") and that the register does not
/// claim to stand in minutes: it counts only where the agreement is known in another way.</param>
internal sealed record KnownTitle(Obligation? Obligation, string Printed, TitleWords Words, bool IsForPeople)
{
    /// <summary>The kinds of documents that it may mean: a plan "med budget", or with a budget among its parts, is a budget too.</summary>
    internal IReadOnlySet<string> Kinds { get; } = Obligation is null
        ? Words.Kinds
        : Obligation.Parts.Append(Obligation.Title).SelectMany(name => TitleWords.Of(name).Kinds).Concat(Words.Kinds).ToHashSet(StringComparer.Ordinal);

    internal static KnownTitle InMinutes(Obligation obligation, string title) => new(obligation, title, TitleWords.Of(title), IsForPeople: false);

    internal static KnownTitle ForPeople(Obligation? obligation, string title)
    {
        var words = TitleWords.Of(title);
        return new KnownTitle(obligation, title, words, words.Telling.Count == 0);
    }
}
