using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Intake.Matching;

/// <summary>Chooses what of a known agreement a document belongs to: one occurrence, or the agreement itself.</summary>
internal sealed class WithinAgreement(Clues clues, AgreementScore score, MatchingGround ground, Verdict verdict, DiaryNumber? teaches)
{
    private Agreement Agreement => score.Agreement;

    internal PlacementResult Place()
    {
        var named = NamedObligations.Of(clues, score, ground);
        if (clues.Extends && !clues.NeedsObligation && Agreement.Kind == AgreementKind.ActionPlan) return Itself();
        if (LearnedOccurrence(named) is { } learned) return learned;
        return named switch
        {
            [] => WithoutObligation(),
            [var one] => At(one.Obligation, one.Why),
            _ => AmongSeveral(named),
        };
    }

    // The number of an occurrence places at once, unless title or year say otherwise.
    private PlacementResult? LearnedOccurrence(IReadOnlyList<NamedObligation> named)
    {
        var known = score.Hits.Where(hit => hit.IsOccurrence).ToArray();
        if (known.Length == 0 || clues.IsAbout) return null;
        var inYear = known.Where(hit => clues.Year is null || hit.PlanYear == clues.Year).ToArray();
        if (inYear.Length == 0 && known.Length == score.Hits.Count)
            return verdict.Contradiction(
                string.Create(CultureInfo.InvariantCulture, $"diarienumret hör till planen för {Shown.List(known.Select(hit => hit.PlanYear!.Value).Distinct())}, men året som anges är {clues.Year}"),
                Candidates.Of(score, known.Select(hit => Agreement.FindObligation(hit.Obligation!.Value)!).Distinct(), clues.Year));
        if (inYear.Length != 1) return null;
        var (obligation, year) = (Agreement.FindObligation(inYear[0].Obligation!.Value)!, inYear[0].PlanYear!.Value);
        if (named.Count > 0 && named.All(other => other.Obligation.Id != obligation.Id))
            return verdict.Contradiction(
                $"diarienumret hör till {Shown.Quoted(obligation.Title)}, men rubriken hör till {Shown.Quoted(named[0].Obligation.Title)}",
                Candidates.Of(score, [obligation, named[0].Obligation], year));
        return At(obligation, year, [string.Create(CultureInfo.InvariantCulture, $"Diarienumret är det som {Shown.Quoted(obligation.Title)} för {year} har haft förut.")]);
    }

    private PlacementResult WithoutObligation()
    {
        if (clues.NeedsObligation) return verdict.NoObligation(score);
        var namesPlan = clues.Namings.Any(naming => naming.Words is { NamesPlan: true, IsAbout: false });
        if (clues.Year is not { } year || !namesPlan) return Itself();
        if (Agreement.Kind == AgreementKind.Cooperation)
            return verdict.Contradiction(
                $"det anges höra till {Shown.Name(Agreement)}, men rubriken namnger en plan som det avtalet inte har",
                Candidates.Of(score, Agreement.Obligations, year));
        return year >= Agreement.From.Year && year <= Agreement.To.Year ? Itself() : verdict.NoOccurrence(score, obligation: null, year);
    }

    private PlacementResult AmongSeveral(IReadOnlyList<NamedObligation> named)
    {
        var inYear = clues.Year is { } year ? named.Where(one => Find(one.Obligation, year) is not null).ToArray() : [.. named];
        return inYear.Length == 1 ? At(inYear[0].Obligation, inYear[0].Why) : verdict.TieWithin(score, [.. named.Select(one => one.Obligation)]);
    }

    private PlacementResult At(Obligation obligation, IReadOnlyList<string> why)
    {
        if (clues.Year is { } year) return At(obligation, year, why);
        return Agreement.Kind == AgreementKind.ActionPlan && !clues.NeedsObligation
            ? Itself()
            : verdict.NoPlanYear([score], Candidates.Of(score, [obligation], year: null));
    }

    private PlacementResult At(Obligation obligation, int year, IReadOnlyList<string> why) => Find(obligation, year) is not { } occurrence
        ? verdict.NoOccurrence(score, obligation, year)
        : PlacementResult.At(new Placement(Agreement.Id, obligation.Id, year, score.Score, [.. Reasons(why), WhyYear(occurrence)]) { Teaches = teaches });

    private PlacementResult Itself() => PlacementResult.At(
        new Placement(Agreement.Id, Obligation: null, PlanYear: null, score.Score, [.. Reasons([]), "Det gäller avtalet självt och inget enskilt åtagande."]) { Teaches = teaches });

    private IEnumerable<string> Reasons(IReadOnlyList<string> why) => score.Why.Concat(why).Distinct(StringComparer.Ordinal);

    private static string WhyYear(Occurrence occurrence) =>
        string.Create(CultureInfo.InvariantCulture, $"För {occurrence.PlanYear} finns ett åtagande som ska lämnas senast den {SwedishDate.Long(occurrence.Due)}.");

    private Occurrence? Find(Obligation obligation, int year) => Occurrences.Find(Agreement, obligation, year, ground.Register.InUseFrom);
}
