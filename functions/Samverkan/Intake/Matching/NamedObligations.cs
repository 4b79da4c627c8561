namespace Samverkan.Intake.Matching;

/// <summary>
/// Which obligations of a known agreement a document names. The agreement being known, less is needed than among all
/// agreements: "Verksamhetsplan 2024" is enough where one obligation is of that kind.
/// </summary>
internal static class NamedObligations
{
    private const int Gap = 10;

    /// <summary>Those that fit best; empty where none fits, several where none is better than the other.</summary>
    internal static IReadOnlyList<NamedObligation> Of(Clues clues, AgreementScore score, MatchingGround ground)
    {
        var said = score.Agreement.Obligations.Where(obligation => clues.SaidObligations.Contains(obligation.Id)).ToArray();
        if (said.Length > 0) return [.. said.Select(obligation => new NamedObligation(obligation, [$"Sökvägen anger åtagandet {obligation.Id}."]))];
        var hits = clues.Namings.SelectMany(naming => Hits(naming, clues, score.Known, ground)).ToArray();
        if (hits.Length == 0) return Only(clues, score);
        var best = hits.MaxBy(hit => (hit.Match.Fits, hit.Match.Shared, hit.Match.Score))!;
        return
        [
            .. hits.Where(hit => IsAsGood(hit.Match, best.Match))
                .OrderByDescending(hit => hit.Match.Score)
                .DistinctBy(hit => hit.Known.Obligation!.Id)
                .Select(hit => new NamedObligation(hit.Known.Obligation!, [hit.Why])),
        ];
    }

    private static IEnumerable<TitleHit> Hits(Naming naming, Clues clues, GroundedAgreement known, MatchingGround ground)
    {
        if (!naming.Words.NamesPlan && !clues.NeedsObligation) return [];
        var own = naming.Words.Without(known.Own.Words);
        return known.Titles
            .Where(title => title.Obligation is not null)
            .Select(title => TitleHit.Of(naming, title, known, ground))
            .Where(hit => hit.Match is { AboutClashes: false, KindClashes: false })
            .Where(hit => hit.Match.Shared > 0 || (hit.Match.SharesKind && own.Telling.All(ground.Neutral.Contains)));
    }

    // A title that leaves out what tells the best one from the others does not choose it.
    private static bool IsAsGood(TitleMatch match, TitleMatch best) =>
        match.Fits == best.Fits && match.Shared == best.Shared && (best.Shared == 0 || best.HasMissing || best.Score - match.Score < Gap);

    // A folder that names the agreement says enough where the agreement has one obligation.
    private static IReadOnlyList<NamedObligation> Only(Clues clues, AgreementScore score) =>
        clues is { NeedsObligation: true, SaidAgreements.Count: > 0, IsAbout: false } && score.Agreement.Obligations is [var only]
            ? [new NamedObligation(only, ["Avtalet har ett enda åtagande."])]
            : [];
}
