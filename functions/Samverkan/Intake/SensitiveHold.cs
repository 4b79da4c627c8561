using System.Globalization;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Text;

namespace Samverkan.Intake;

/// <summary>Holds a document for what its text contains, wherever it belongs: personal identity numbers and marks of secrecy.</summary>
internal static class SensitiveHold
{
    private const int MostPlaces = 3;

    /// <summary>The verdict as it was, or the hold where there are findings; what it belongs to becomes its candidates.</summary>
    internal static Verdict On(Verdict verdict, IReadOnlyList<SensitiveFinding> findings) =>
        findings.Count == 0 ? verdict : new Verdict.Refused(CodeOf(findings), Sentence(findings), verdict.Candidates());

    private static string CodeOf(IReadOnlyList<SensitiveFinding> findings) =>
        findings.Any(f => f.Code == SensitiveContent.IdentityNumber) ? SensitiveContent.IdentityNumber : SensitiveContent.Secrecy;

    private static string Sentence(IReadOnlyList<SensitiveFinding> findings)
    {
        var found = findings.GroupBy(f => f.Code).Select(kind => Found(kind.Key, [.. kind]));
        return $"Dokumentet innehåller {string.Join(", och ", found)}. Därför väntar det i karantän, och inget har skickats. "
            + "Läs det: släpp det om det får lämnas ut som det är, annars kasta det och lägg en maskad version i inkorgen.";
    }

    private static string Found(string code, IReadOnlyList<SensitiveFinding> findings)
    {
        var isNumber = code == SensitiveContent.IdentityNumber;
        var places = findings.Take(MostPlaces).Select(f => Where(f.At, isNumber));
        var rest = findings.Count > MostPlaces ? string.Create(CultureInfo.InvariantCulture, $" och {findings.Count - MostPlaces} ställen till") : "";
        return $"{(isNumber ? "personnummer eller samordningsnummer" : "ord om sekretess")} ({string.Join("; ", places)}{rest})";
    }

    // A line about secrecy may hold anything, so it is pointed at and not quoted.
    private static string Where(Place at, bool quoted) =>
        string.Create(CultureInfo.InvariantCulture, $"sida {at.Page}, rad {at.Line}") + (quoted ? $": {at.Words}" : "");

    private static IReadOnlyList<Candidate> Candidates(this Verdict verdict) => verdict switch
    {
        Verdict.Refused refused => refused.Candidates,
        Verdict.Plan plan => [Of(plan.Placement)],
        Verdict.Minutes minutes => [.. minutes.Extracts.Select(x => Of(x.Placement)).DistinctBy(c => (c.Agreement, c.Obligation, c.PlanYear)).Take(Unplaced.MostCandidates)],
        _ => throw new InvalidOperationException($"Unknown verdict {verdict.GetType().Name}."),
    };

    private static Candidate Of(Placement placement) =>
        new(placement.Agreement, placement.Obligation, placement.PlanYear, placement.Score, placement.Why);
}
