using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;

namespace Samverkan.Intake;

/// <summary>Places a document where a person says, once the register has been seen to have that place.</summary>
/// <param name="choice">What the person says.</param>
/// <param name="ground">The register and what has been learned.</param>
internal sealed class ChosenPlace(ReleaseChoice choice, MatchingGround ground)
{
    private const int Certain = 100;
    private const string Why = "En person har valt det när dokumentet släpptes ur karantänen.";

    /// <summary>Minutes: the chosen paragraph, and those that have a place by themselves.</summary>
    internal Verdict Of(MinutesReading minutes)
    {
        if (Problem() is { } problem) return problem;
        if (choice.Adopted) return Not(ToolCodes.NotPlan, "Filen är ett protokollsutdrag, och att en plan är antagen kan bara sägas om en plan. Ange vilken del filen är om den ändå är en plan.");
        var matched = minutes.Extracts.Select((extract, index) => (extract, index, Result: ExtractMatcher.Place(extract, ground))).ToArray();
        var meant = matched.Length == 1 && choice.Paragraph is null
            ? matched
            : [.. matched.Where(m => choice.Paragraph is { } paragraph ? m.extract.Paragraph.Value == paragraph : m.Result.Unplaced?.Candidates.Count > 0)];
        if (meant is not [var one])
        {
            return Not(ToolCodes.WhichParagraph, "Det går inte att säga vilken paragraf i protokollet som valet gäller. Ange en av "
                + string.Join(", ", minutes.Extracts.Take(50).Select(x => "§ " + x.Paragraph.Value)) + ".");
        }

        return new Verdict.Minutes(
        [
            .. matched
                .Where(m => m.index == one.index || m.Result.IsPlaced)
                .Select(m => new PlacedExtract(m.index, m.extract, m.index == one.index ? Teaching(m.extract.DiaryNumber?.Value) : m.Result.Placement!)),
        ]);
    }

    /// <summary>A plan's file.</summary>
    internal Verdict Of(PlanReading? text, string path, NodaTime.LocalDate today)
    {
        if (Problem() is { } problem) return problem;
        if (choice.Obligation is null) return Not(ToolCodes.NoObligation, "En plan hör till ett åtagande. Ange åtagande och planår.");
        var result = PlanMatcher.PlaceAt(Placement() with { Part = choice.Part }, choice.Adopted, text, path, ground, today);
        return result.IsPlaced
            ? new Verdict.Plan(result.Placement)
            : new Verdict.Refused(result.Unplaced.Code, result.Unplaced.Message, result.Unplaced.Candidates);
    }

    private Placement Placement() => new(choice.Agreement!.Value, choice.Obligation, choice.PlanYear, Certain, [Why]);

    private Placement Teaching(DiaryNumber? number) =>
        Placement() with { Teaches = number is { } read && ground.Hits(read).Count == 0 ? read : null };

    private Verdict.Refused? Problem()
    {
        if (choice.Agreement is not { } id) return Not(ToolCodes.NoAgreement, "Valet säger inte vilket avtal dokumentet hör till. Ange avtal, och åtagande och planår om det hör till ett åtagande.");
        if (ground.Register.FindAgreement(id) is not { } agreement) return Not(ToolCodes.NoAgreement, $"Registret har inget avtal med id {id}. Välj något av {Some(ground.Register.Agreements.Select(a => a.Id.Value))}.");
        if (choice.Obligation is not { } named)
            return choice.PlanYear is null ? null : Not(ToolCodes.NoObligation, $"Ett planår hör till ett åtagande. Ange vilket: {Some(agreement.Obligations.Select(o => o.Id.Value))}.");
        if (agreement.FindObligation(named) is not { } obligation)
            return Not(ToolCodes.NoObligation, $"Avtalet {id} har inget åtagande med id {named}. Välj något av {Some(agreement.Obligations.Select(o => o.Id.Value))}.");
        if (choice.PlanYear is not { } year || Occurrences.Find(agreement, obligation, year, ground.Register.InUseFrom) is null)
            return Not(ToolCodes.NoOccurrence, $"Åtagandet {named} finns inte för det planåret. Välj något av {Years(agreement, obligation)}.");
        return choice.Part is null || obligation.Parts.Contains(choice.Part, StringComparer.Ordinal)
            ? null
            : Not(ToolCodes.NoPart, $"Åtagandet {named} har ingen sådan del. Välj någon av {Some(obligation.Parts)}.");
    }

    private string Years(Agreement agreement, Obligation obligation) => Some(Occurrences.For(agreement, obligation, ground.Register.InUseFrom)
        .Occurrences.Select(o => o.PlanYear.ToString(CultureInfo.InvariantCulture)));

    private static string Some(IEnumerable<string> names) => string.Join(", ", names.Take(20).DefaultIfEmpty("(inga finns)"));

    private static Verdict.Refused Not(string code, string sentence) => new(code, sentence + " Filen ligger kvar i karantänen.", []);
}
