using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>
/// Chooses the agreement that a document belongs to: the one with the highest score, where it is high enough, nothing
/// comes near it and nothing speaks against it.
/// </summary>
internal sealed class Matcher
{
    private const int Gap = 10;

    // Under this score two titles share a word by chance.
    private const int Likeness = 35;

    private readonly Clues clues;
    private readonly MatchingGround ground;
    private readonly IReadOnlyList<NumberHit> hits;
    private readonly IReadOnlyList<AgreementScore> scores;
    private readonly Verdict verdict;

    private Matcher(Clues clues, MatchingGround ground)
    {
        (this.clues, this.ground) = (clues, ground);
        verdict = new Verdict(clues);
        hits = ground.Hits(clues.Number);
        scores =
        [
            .. ground.Agreements
                .Select(known => AgreementScore.Of(clues, known, hits, ground))
                .Where(score => score.Rank > 0 || score.OutOfYear is not null)
                .OrderByDescending(score => score.Rank)
                .ThenBy(score => score.Agreement.Id.Value, StringComparer.Ordinal),
        ];
    }

    internal static PlacementResult Place(Clues clues, MatchingGround ground) => new Matcher(clues, ground).Place();

    private PlacementResult Place()
    {
        AgreementScore[] enough = [.. scores.Where(score => score.IsEnough)];
        if (enough.Length == 0) return Nowhere();
        if (Contradicting(enough) is { } contradiction) return contradiction;
        var equal = Equal(enough);
        if (equal.Length > 1) return Undecided(equal);
        return new WithinAgreement(clues, equal[0], ground, verdict, teaches: hits.Count == 0 ? clues.Number : null).Place();
    }

    private PlacementResult Nowhere()
    {
        if (clues.Year is { } year && scores.Where(score => score.OutOfYear?.Match.Fits == true).MaxBy(score => score.OutOfYear!.Match.Score) is { } past)
            return verdict.NoOccurrence(past, past.OutOfYear!.Known.Obligation, year);
        AgreementScore[] near = [.. scores.Where(score => Math.Max(score.Score, score.OutOfYear?.Match.Score ?? 0) >= Likeness)];
        return near.Length == 0 ? verdict.NoAgreement() : verdict.Uncertain(near);
    }

    // Two ids; or a number or an id that names one agreement, and a title that fits only another.
    private PlacementResult? Contradicting(AgreementScore[] enough)
    {
        if (clues.SaidAgreements.Count > 1)
            return verdict.Contradiction($"sökvägen anger flera avtal ({string.Join(" och ", clues.SaidAgreements)})", Candidates.Of(enough, clues.Year));
        var known = Array.Find(enough, score => score.IsKnown);
        var titled = Array.Find(enough, score => !score.IsKnown && score.TitleFits);
        if (known is null || titled is null || enough.Any(score => score.IsKnown && score.TitleFits)) return null;
        return verdict.Contradiction(
            $"{Shown.Lower(known.WhyKnown[0].TrimEnd('.'))}, men {titled.Title!.Naming.Source.ToLowerInvariant()} hör till {Shown.Name(titled.Agreement, titled.Title.Known.Obligation)}",
            Candidates.Of([known, titled], clues.Year));
    }

    private AgreementScore[] Equal(AgreementScore[] enough)
    {
        var best = enough[0];
        AgreementScore[] equal = [.. enough.Where(score => best.Rank - score.Rank < Gap || AreBothPartial(best, score))];
        AgreementScore[] ofPeriod = [.. equal.Where(score => IsPeriodStated(score.Agreement))];
        return ofPeriod.Length == 1 ? ofPeriod : equal;
    }

    private bool IsPeriodStated(Agreement agreement) =>
        clues.Spans.Contains((agreement.From.Year, agreement.To.Year)) || (clues.Year >= agreement.From.Year && clues.Year <= agreement.To.Year);

    // A title that says less than each of two says nothing of which it means, however their lengths differ.
    private static bool AreBothPartial(AgreementScore one, AgreementScore other) =>
        !one.IsKnown && !other.IsKnown && one.Title?.Match.HasMissing == true && other.Title?.Match is { HasMissing: true, Fits: true };

    private PlacementResult Undecided(AgreementScore[] equal)
    {
        if (clues.Year is null && equal.All(score => score.Title?.Known.Obligation is not null))
            return verdict.NoPlanYear(equal[..1], [.. equal.SelectMany(score => Candidates.Of(score, [score.Title!.Known.Obligation!], year: null)).Take(Unplaced.MostCandidates)]);
        return verdict.Tie(equal);
    }
}
