using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// What a changed register changes in coming occurrences, before it is taken into use. Only the two files count; what the
/// ledger adds to the one in use does not. An occurrence is the same in both by agreement, obligation and plan year.
/// </summary>
public static class RegisterDifference
{
    /// <summary>
    /// The occurrences that differ and are due from one day to another, both inclusive, in either register by either of
    /// their dates; ordered by due date, agreement and obligation.
    /// </summary>
    public static IReadOnlyList<OccurrenceChange> Between(Register before, Register after, LocalDate from, LocalDate to)
    {
        var old = All(before, from.Year - 2, to.Year + 2);
        var changed = All(after, from.Year - 2, to.Year + 2);
        return
        [
            .. old.Keys.Union(changed.Keys)
                .Select(key => Compare(old.GetValueOrDefault(key), changed.GetValueOrDefault(key)))
                .OfType<OccurrenceChange>()
                .Where(change => IsDueWithin(change.Before) || IsDueWithin(change.After))
                .OrderBy(change => change.Occurrence.Due)
                .ThenBy(change => change.Occurrence.AgreementId.Value, StringComparer.Ordinal)
                .ThenBy(change => change.Occurrence.ObligationId.Value, StringComparer.Ordinal),
        ];

        bool IsDueWithin(Occurrence? o) => o is not null && (IsWithin(o.Due) || IsWithin(o.EffectiveDue));

        bool IsWithin(LocalDate day) => day >= from && day <= to;
    }

    private static OccurrenceChange? Compare(OccurrenceTerms? before, OccurrenceTerms? after)
    {
        if (before is null || after is null) return new OccurrenceChange(before?.Occurrence, after?.Occurrence, []);
        ChangedDetail[] details = [.. before.Details.Zip(after.Details).Where(p => p.First.Value != p.Second.Value)
            .Select(p => new ChangedDetail(p.First.What, p.First.Label, p.First.Value, p.Second.Value))];
        return details.Length == 0 ? null : new OccurrenceChange(before.Occurrence, after.Occurrence, details);
    }

    // A year more than due dates are from their plan years: one that moves across an end of the days is found on both sides.
    private static Dictionary<(AgreementId Agreement, ObligationId Obligation, int PlanYear), OccurrenceTerms> All(
        Register register, int firstPlanYear, int lastPlanYear)
    {
        var found =
            from agreement in register.Agreements
            from obligation in agreement.Obligations
            from year in Enumerable.Range(firstPlanYear, lastPlanYear - firstPlanYear + 1)
            let occurrence = Occurrences.Find(agreement, obligation, year, register.InUseFrom)
            where occurrence is not null
            select new OccurrenceTerms(register, agreement, obligation, occurrence);
        return found.ToDictionary(t => (t.Occurrence.AgreementId, t.Occurrence.ObligationId, t.Occurrence.PlanYear));
    }
}
