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
    internal static KnownTitle InMinutes(Obligation obligation, string title) => new(obligation, title, TitleWords.Of(title), IsForPeople: false);

    internal static KnownTitle ForPeople(Obligation? obligation, string title)
    {
        var words = TitleWords.Of(title);
        return new KnownTitle(obligation, title, words, words.Telling.Count == 0);
    }
}
