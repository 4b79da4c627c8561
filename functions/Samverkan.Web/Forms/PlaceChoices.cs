using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Web.Pages;

namespace Samverkan.Web.Forms;

/// <summary>
/// Where a document may belong, as the release form names it: <c>agreement</c>, or <c>agreement/obligation/year</c>. What a
/// browser posts is read as strictly as if anybody had written it.
/// </summary>
internal static class PlaceChoices
{
    /// <summary>Every place of the register; none where there is no register.</summary>
    internal static IReadOnlyList<PlaceGroup> Of(Register? register) =>
        [.. (register?.Agreements ?? []).Select(agreement => new PlaceGroup(agreement.Title, [.. Places(agreement, register!)]))];

    /// <summary>What the form calls a candidate; null where its plan year is not known.</summary>
    internal static string? ValueOf(Candidate candidate) => candidate switch
    {
        { Obligation: null } => candidate.Agreement.Value,
        { Obligation: { } obligation, PlanYear: { } year } => Value(candidate.Agreement, obligation, year),
        _ => null,
    };

    /// <summary>The choice that a value means; null where it is none.</summary>
    internal static ReleaseChoice? Read(string value)
    {
        var parts = value.Split('/');
        if (parts.Length is not (1 or 3) || !AgreementId.TryParse(parts[0], out var agreement)) return null;
        if (parts.Length == 1) return new ReleaseChoice { Agreement = agreement };
        return ObligationId.TryParse(parts[1], out var obligation) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new ReleaseChoice { Agreement = agreement, Obligation = obligation, PlanYear = year }
            : null;
    }

    private static IEnumerable<Choice> Places(Agreement agreement, Register register)
    {
        foreach (var obligation in agreement.Obligations)
            foreach (var occurrence in Occurrences.For(agreement, obligation, register.InUseFrom).Occurrences)
                yield return new Choice(Value(agreement.Id, obligation.Id, occurrence.PlanYear), string.Create(CultureInfo.InvariantCulture, $"{obligation.Title} {occurrence.PlanYear}"));
        yield return new Choice(agreement.Id.Value, "Avtalet eller planen självt (inget årligt åtagande)");
    }

    private static string Value(AgreementId agreement, ObligationId obligation, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{agreement}/{obligation}/{year}");
}
