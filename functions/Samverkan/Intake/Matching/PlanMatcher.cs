using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake.Minutes;

namespace Samverkan.Intake.Matching;

/// <summary>
/// Says what a plan's file belongs to: by the title, year and diary number of its text, or by a folder or file name that
/// says so; and which part it is, and whether it is adopted.
/// </summary>
public static class PlanMatcher
{
    /// <summary>
    /// The occurrence and part that a file belongs to, or why there is none, with the candidates. A year that nothing
    /// states is never guessed. Pure; never throws on content.
    /// </summary>
    /// <param name="text">What its text says; null where it could not or need not be read, as for a spreadsheet.</param>
    /// <param name="path">The name that it was dropped under, with its folders; any string.</param>
    /// <param name="ground">The register and what has been learned.</param>
    /// <param name="today">The local date: a note of adoption on a later day has not come true yet.</param>
    public static PlacementResult Place(PlanReading? text, string path, MatchingGround ground, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(ground);
        var dropped = new DroppedPath(path, ground);
        int[] years = text?.PlanYear is { } stated ? [.. dropped.Years.Append(stated.Value).Distinct().Order()] : dropped.Years;
        var clues = CluesOf(text, dropped, years, ground);
        var placed = Matcher.Place(clues, ground);
        if (years.Length > 1 && (placed.IsPlaced || placed.Unplaced.Code == MatchCodes.NoPlanYear))
            return new Verdict(clues).Contradiction($"namnet och texten anger flera årtal ({Shown.List(years)})", CandidatesOf(placed));
        return placed.IsPlaced ? WithPart(placed.Placement, text, dropped, ground, clues, today) : placed;
    }

    /// <summary>
    /// The part and the adoption of a file at an occurrence that a person has chosen; only the part may be missing, where
    /// the person does not say it either.
    /// </summary>
    /// <param name="chosen">The occurrence, which exists, and the part where it is chosen too.</param>
    /// <param name="adopted">Whether the person says that the plan is adopted.</param>
    /// <param name="text">What its text says; null where it is not read.</param>
    /// <param name="path">The name that it was dropped under.</param>
    /// <param name="ground">The register and what has been learned.</param>
    /// <param name="today">The local date.</param>
    internal static PlacementResult PlaceAt(
        Placement chosen, bool adopted, PlanReading? text, string path, MatchingGround ground, LocalDate today)
    {
        var dropped = new DroppedPath(path, ground);
        return WithPart(chosen, text, dropped, ground, CluesOf(text, dropped, [], ground), today, adopted);
    }

    private static Clues CluesOf(PlanReading? text, DroppedPath path, int[] years, MatchingGround ground)
    {
        var folders = string.Join(' ', path.Folders.Append(path.Rest));
        return new Clues
        {
            Subject = $"Filen {Shown.Quoted(path.Name)}",
            Namings =
            [
                .. text?.Title is { } title ? [new Naming("Dokumentets titel", title.Value)] : Array.Empty<Naming>(),
                new Naming("Filnamnet", path.Rest),
                .. path.Folders.Count > 0 ? [new Naming("Sökvägen", folders)] : Array.Empty<Naming>(),
            ],
            Number = text?.DiaryNumber?.Value ?? KnownNumber(path, ground),
            Year = years is [var year] ? year : null,
            NeedsObligation = true,
            SaidAgreements = path.SaidAgreements,
            SaidObligations = path.SaidObligations,
        };
    }

    // Digits in a file's name may be anything; as a diary number they count only where they are known to be one.
    private static DiaryNumber? KnownNumber(DroppedPath path, MatchingGround ground) => ground.Hits(path.Number).Count > 0 ? path.Number : null;

    private static PlacementResult WithPart(
        Placement placement, PlanReading? text, DroppedPath path, MatchingGround ground, Clues clues, LocalDate today, bool adoptedBySay = false)
    {
        var obligation = ground.Find(placement.Agreement)!.Agreement.FindObligation(placement.Obligation!.Value)!;
        (string Part, string Why)? choice = placement.Part is { } given ? (given, $"En person har valt delen {given}.") : PartChoice.Of(obligation, path, text);
        if (choice is not var (part, why))
            return new Verdict(clues).NoPart(obligation, [new Candidate(placement.Agreement, placement.Obligation, placement.PlanYear, placement.Score, placement.Why)]);
        var (adopted, whyAdopted) = Adoption(text, path, today, adoptedBySay);
        return PlacementResult.At(placement with { Part = part, Adopted = adopted, Why = [.. placement.Why, why, whyAdopted] });
    }

    private static (Decision? Adopted, string Why) Adoption(PlanReading? text, DroppedPath path, LocalDate today, bool adoptedBySay)
    {
        var number = text?.DiaryNumber?.Value.Printed;
        if (text?.Adoption?.Value is { } note && (note.Date is not { } on || on <= today))
            return (new Decision(note.Paragraph, number, Title: null, note.Body, note.Date), "Dokumentets text säger att planen är antagen.");
        if (adoptedBySay)
            return (new Decision(Paragraph: null, number, Title: null, Body: null, DecidedOn: null), "En person har angett att planen är antagen.");
        if (text?.Adoption?.Value.Date is { } date)
        {
            return (null, $"Dokumentets text säger att planen antas den {SwedishDate.Long(date)}, som inte har varit än: den är ett utkast.");
        }

        return AdoptionInName.Find(path) is { } name
            ? (new Decision(Paragraph: null, number, Title: null, Body: null, DecidedOn: null), $"Namnet {Shown.Quoted(name)} säger att planen är antagen.")
            : (null, "Varken text eller namn säger att planen är antagen: den är ett utkast.");
    }

    private static IReadOnlyList<Candidate> CandidatesOf(PlacementResult result) => result.IsPlaced
        ? [new Candidate(result.Placement.Agreement, result.Placement.Obligation, result.Placement.PlanYear, result.Placement.Score, result.Placement.Why)]
        : result.Unplaced.Candidates;
}
