using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Intake.Matching;

/// <summary>
/// How well a document fits an agreement: a diary number or an id of the path gives it points, and so does the title that
/// fits best. A title of an obligation that has no occurrence for the plan year that is stated does not count.
/// </summary>
internal sealed record AgreementScore
{
    private const int SaidPoints = 200;
    private const int NumberPoints = TitleMatch.Threshold;

    internal required GroundedAgreement Known { get; init; }

    /// <summary>The reasons that the path and the diary number give.</summary>
    internal required IReadOnlyList<string> WhyKnown { get; init; }

    /// <summary>What the diary number is of this agreement.</summary>
    internal required IReadOnlyList<NumberHit> Hits { get; init; }

    /// <summary>The points that the path and the number give.</summary>
    internal required int KnownPoints { get; init; }

    /// <summary>The title that fits best; null where none resembles.</summary>
    internal required TitleHit? Title { get; init; }

    /// <summary>The title that would fit best but for the plan year; null where there is none.</summary>
    internal required TitleHit? OutOfYear { get; init; }

    internal Agreement Agreement => Known.Agreement;

    /// <summary>For comparison with other agreements; may be more than 100.</summary>
    internal int Rank => KnownPoints + (Title?.Match.Score ?? 0);

    /// <summary>0–100.</summary>
    internal int Score => Math.Min(100, Rank);

    internal bool IsEnough => Rank >= TitleMatch.Threshold;

    /// <summary>True where the path or the diary number names the agreement.</summary>
    internal bool IsKnown => KnownPoints > 0;

    /// <summary>True where a title alone would be enough.</summary>
    internal bool TitleFits => Title?.Match.Fits == true;

    /// <summary>The reasons of the score; a title that would not be enough counts only where there is nothing else.</summary>
    internal IReadOnlyList<string> Why => Title is null || (IsKnown && !TitleFits) ? WhyKnown : [.. WhyKnown, Title.Why];

    internal static AgreementScore Of(Clues clues, GroundedAgreement known, IReadOnlyList<NumberHit> allHits, MatchingGround ground)
    {
        var hits = allHits.Where(hit => hit.Agreement == known.Agreement.Id).ToArray();
        var titles = known.Titles
            .Where(title => !title.IsForPeople)
            .SelectMany(title => clues.Namings.Where(naming => MayResemble(naming.Words, title.Words)).Select(naming => TitleHit.Of(naming, title, known, ground)))
            .Where(hit => hit.Match.Score > 0)
            .OrderByDescending(hit => hit.Match.Score)
            .ToLookup(hit => HasOccurrence(known.Agreement, hit.Known.Obligation, clues.Year));
        var path = PathPoints(clues, known, ground);
        return new AgreementScore
        {
            Known = known,
            Hits = hits,
            KnownPoints = path.Points + (hits.Length > 0 ? NumberPoints : 0),
            WhyKnown = [.. path.Why, .. hits.Length > 0 ? [WhyNumber(clues, known.Agreement)] : Array.Empty<string>()],
            Title = titles[true].FirstOrDefault(),
            OutOfYear = titles[false].FirstOrDefault(),
        };
    }

    // Most titles of a register share no word with a document; they need no closer look.
    private static bool MayResemble(TitleWords document, TitleWords known) =>
        known.Telling.Count == 0 || known.Telling.Overlaps(document.Telling);

    private static bool HasOccurrence(Agreement agreement, Obligation? obligation, int? year) =>
        obligation is null || year is null || Occurrences.Find(agreement, obligation, year.Value, inUseFrom: null) is not null;

    private static string WhyNumber(Clues clues, Agreement agreement) => $"Diarienumret {Shown.Short(clues.Number!.Value)} hör till {Shown.Name(agreement)}.";

    private static (int Points, IReadOnlyList<string> Why) PathPoints(Clues clues, GroundedAgreement known, MatchingGround ground)
    {
        if (clues.SaidAgreements.Contains(known.Agreement.Id)) return (SaidPoints, [$"Sökvägen anger avtalet {known.Agreement.Id}."]);
        var said = clues.SaidAgreements.Count > 0 ? [] : known.Agreement.Obligations.Where(obligation => clues.SaidObligations.Contains(obligation.Id)).ToArray();
        return said.Length > 0 && clues.Namings.All(naming => IsOwnMatter(naming.Words, known, ground))
            ? (NumberPoints, [$"Sökvägen anger åtagandet {said[0].Id}."])
            : (0, []);
    }

    // An obligation's id is often a plain word: it does not count against a name that says something else.
    private static bool IsOwnMatter(TitleWords words, GroundedAgreement known, MatchingGround ground)
    {
        var own = known.Titles.SelectMany(title => title.Words.Telling).Concat(known.Topic).ToHashSet(StringComparer.Ordinal);
        return words.Telling.All(ground.Neutral.Contains) || words.Telling.Any(own.Contains);
    }
}
