using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// What a changed register does to the occurrences of one stream: those that only earlier versions have fall away, and
/// come back with a version that has them again. Pure; what has followed does not follow again.
/// </summary>
internal static class LapseRules
{
    /// <summary>The events that follow, none where nothing does.</summary>
    public static IEnumerable<LedgerEvent> Next(AgreementYear year, Register register)
    {
        if (year.Stream.AgreementYear is not { PlanYear: { } planYear } owner || !AgreementId.TryParse(owner.Agreement, out var id)) return [];
        var agreement = register.FindAgreement(id);
        return Returned(year, agreement, planYear, register).Concat<LedgerEvent>(Lapsed(year, id, agreement, planYear, register));
    }

    private static IEnumerable<OccurrenceReturned> Returned(AgreementYear year, Agreement? agreement, int planYear, Register register) =>
        (agreement?.Obligations ?? [])
            .Where(o => year.Of(o.Id).Lapsed is not null && Occurrences.Find(agreement!, o, planYear, register.InUseFrom) is not null)
            .Select(o => new OccurrenceReturned(o.Id));

    private static IEnumerable<OccurrenceLapsed> Lapsed(AgreementYear year, AgreementId id, Agreement? agreement, int planYear, Register register)
    {
        var earlier = register.FindEarlier(id)
            .SelectMany(a => a.Obligations.Select(o => Occurrences.Find(a, o, planYear, register.InUseFrom)))
            .Where(o => o is { IsHistory: false } && year.Of(o.ObligationId).IsOpen)
            .OfType<Occurrence>()
            .GroupBy(o => o.ObligationId, (_, versions) => versions.Last());
        foreach (var occurrence in earlier)
        {
            var obligation = agreement?.FindObligation(occurrence.ObligationId);
            if (obligation is not null && Occurrences.Find(agreement!, obligation, planYear, register.InUseFrom) is not null) continue;
            var (code, reason) = Why(agreement, obligation);
            yield return new OccurrenceLapsed(occurrence.ObligationId, occurrence.Due, code, reason);
        }
    }

    private static (string Code, string Reason) Why(Agreement? agreement, Obligation? obligation)
    {
        if (agreement is null) return (OccurrenceLapsed.AgreementRemoved, "Avtalet finns inte längre i registret.");
        return obligation is null
            ? (OccurrenceLapsed.ObligationRemoved, "Åtagandet finns inte längre i avtalet.")
            : (OccurrenceLapsed.OutsidePeriod, $"Avtalet gäller nu från och med den {SwedishDate.Long(agreement.From)} till och med den {SwedishDate.Long(agreement.To)}.");
    }
}
