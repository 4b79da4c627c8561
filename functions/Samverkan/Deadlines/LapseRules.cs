using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>
/// What a changed register does to the occurrences of one stream: those that only earlier versions have fall away, and
/// come back with a version that has them again. Pure; what has followed does not follow again.
/// </summary>
/// <param name="agreement">The agreement as it is in force; null where it is no more.</param>
/// <param name="occurrences">The plan year's occurrences of it.</param>
/// <param name="earlier">Those of the agreement's earlier versions, oldest first.</param>
internal sealed class LapseRules(Agreement? agreement, Occurrence[] occurrences, IEnumerable<Occurrence> earlier)
{
    private readonly Occurrence[] _gone =
    [
        .. earlier
            .Where(o => !o.IsHistory && occurrences.All(there => there.ObligationId != o.ObligationId))
            .GroupBy(o => o.ObligationId, (_, versions) => versions.Last()),
    ];

    /// <summary>The events that follow, none where nothing does.</summary>
    public IEnumerable<LedgerEvent> Next(AgreementYear year)
    {
        foreach (var there in occurrences)
            if (year.Of(there.ObligationId).Lapsed is not null) yield return new OccurrenceReturned(there.ObligationId);
        foreach (var gone in _gone)
            if (year.Of(gone.ObligationId).IsOpen) yield return Lapsed(gone);
    }

    private OccurrenceLapsed Lapsed(Occurrence gone)
    {
        var (code, reason) = Why(gone.ObligationId);
        return new OccurrenceLapsed(gone.ObligationId, gone.Due, code, reason);
    }

    private (string Code, string Reason) Why(ObligationId obligation)
    {
        if (agreement is null) return (OccurrenceLapsed.AgreementRemoved, "Avtalet finns inte längre i registret.");
        return agreement.FindObligation(obligation) is null
            ? (OccurrenceLapsed.ObligationRemoved, "Åtagandet finns inte längre i avtalet.")
            : (OccurrenceLapsed.OutsidePeriod, $"Avtalet gäller nu från och med den {SwedishDate.Long(agreement.From)} till och med den {SwedishDate.Long(agreement.To)}.");
    }
}
