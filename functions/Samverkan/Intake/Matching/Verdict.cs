using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Intake.Matching;

/// <summary>Says why a document has no place: what happened, what it means, what to do.</summary>
internal sealed class Verdict(Clues clues)
{
    private const string Waits = "Därför väntar dokumentet i karantän, och inget har skickats.";

    internal PlacementResult NoAgreement() => Nowhere(
        MatchCodes.NoAgreement,
        $"{clues.Subject} hör inte till något avtal i registret: {Tried()}.",
        "Välj avtal och planår för det om det hör till ett av dem, annars ta bort det.",
        []);

    internal PlacementResult Uncertain(IReadOnlyList<AgreementScore> near) => Nowhere(
        MatchCodes.Uncertain,
        $"{clues.Subject} liknar {Names(near)} i registret, men inte så mycket att det är säkert.",
        "Välj bland förslagen vad det hör till, eller ta bort det.",
        Candidates.Of(near, clues.Year));

    internal PlacementResult Tie(IReadOnlyList<AgreementScore> equal) => Nowhere(
        MatchCodes.Tie,
        $"{clues.Subject} passar lika bra på {Names(equal)}.",
        "Välj vilket av dem det hör till.",
        Candidates.Of(equal, clues.Year));

    internal PlacementResult TieWithin(AgreementScore score, IReadOnlyList<Obligation> equal) => Nowhere(
        MatchCodes.Tie,
        $"{clues.Subject} passar lika bra på {string.Join(" och ", equal.Take(3).Select(obligation => Shown.Quoted(obligation.Title)))} i {Shown.Name(score.Agreement)}.",
        "Välj vilket åtagande det hör till.",
        Candidates.Of(score, equal, clues.Year));

    internal PlacementResult Contradiction(string what, IReadOnlyList<Candidate> candidates) => Nowhere(
        MatchCodes.Contradiction,
        $"{clues.Subject} har uppgifter som inte stämmer överens: {what}.",
        "Läs dokumentet och välj vad det hör till, eller rätta uppgiften som är fel.",
        candidates);

    internal PlacementResult NoOccurrence(AgreementScore score, Obligation? obligation, int year)
    {
        var agreement = score.Agreement;
        var omitted = obligation is null ? null : Occurrences.For(agreement, obligation, inUseFrom: null).Omitted.FirstOrDefault(omitted => omitted.PlanYear == year);
        var outside = string.Create(CultureInfo.InvariantCulture, $"Avtalet gäller {SwedishDate.Iso(agreement.From)} till {SwedishDate.Iso(agreement.To)}.");
        return Nowhere(
            MatchCodes.NoOccurrence,
            string.Create(CultureInfo.InvariantCulture, $"{clues.Subject} gäller {Shown.Name(agreement, obligation)}, men för {year} finns inget att lämna. {omitted?.Reason ?? outside}"),
            "Välj ett annat planår om året är fel, eller ändra avtalets period i registret.",
            obligation is null ? Candidates.Of([score], year: null) : Candidates.Of(score, [obligation], year: null));
    }

    internal PlacementResult NoPlanYear(IReadOnlyList<AgreementScore> scores, IReadOnlyList<Candidate> candidates) => Nowhere(
        MatchCodes.NoPlanYear,
        $"{clues.Subject} gäller {Names(scores)}, men det framgår inte för vilket år.",
        clues.NeedsObligation ? "Välj planår, eller lägg in filen igen med året i filnamnet." : "Välj planår.",
        candidates);

    internal PlacementResult NoObligation(AgreementScore score) => Nowhere(
        MatchCodes.NoObligation,
        score.Agreement.Obligations.Count == 0
            ? $"{clues.Subject} gäller {Shown.Name(score.Agreement)}, som inte har något åtagande i registret."
            : $"{clues.Subject} gäller {Shown.Name(score.Agreement)}, men det framgår inte vilket åtagande.",
        "Välj vad det hör till, lägg till åtagandet i registret eller ta bort dokumentet.",
        score.Agreement.Obligations.Count == 0 ? Candidates.Of([score], year: null) : Candidates.Of(score, score.Agreement.Obligations, clues.Year));

    internal PlacementResult NoPart(Obligation obligation, IReadOnlyList<Candidate> candidates) => Nowhere(
        MatchCodes.NoPart,
        $"{clues.Subject} hör till {Shown.Quoted(obligation.Title)}, men det framgår inte vilken del det är ({string.Join(", ", obligation.Parts.Take(5))}).",
        $"Lägg in filen igen med delens namn i filnamnet, till exempel {obligation.Parts[0]}, eller välj del här.",
        candidates);

    private static PlacementResult Nowhere(string code, string happened, string remedy, IReadOnlyList<Candidate> candidates) =>
        PlacementResult.Nowhere(new Unplaced(code, $"{happened} {Waits} {remedy}", candidates));

    private static string Names(IReadOnlyList<AgreementScore> scores) =>
        string.Join(" och ", scores.Take(3).Select(score => scores.Count(other => other.Agreement.Title == score.Agreement.Title) > 1
            ? Shown.Years(score.Agreement)
            : Shown.Name(score.Agreement, (score.Title ?? score.OutOfYear)?.Known.Obligation)));

    private string Tried()
    {
        string[] tried =
        [
            .. clues.Number is { } number ? [$"diarienumret {Shown.Short(number)}"] : Array.Empty<string>(),
            .. clues.Namings.Select(naming => $"{naming.Source.ToLowerInvariant()} {Shown.Quoted(naming.Printed)}"),
        ];
        return tried.Length switch
        {
            0 => "det har varken diarienummer eller rubrik",
            1 => $"{tried[0]} stämmer inte med något",
            _ => $"varken {string.Join(" eller ", tried)} stämmer med något",
        };
    }
}
