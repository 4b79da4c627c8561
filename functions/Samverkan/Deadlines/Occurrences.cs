using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>
/// Which occurrences the agreements have (design, section 7): one for each plan year within the years of the period
/// whose due date is not before the period begins. It may fall after the end: a report on the last year does.
/// </summary>
public static class Occurrences
{
    /// <summary>All plan years of the period, those without an occurrence too. Nothing is history where <paramref name="inUseFrom"/> is null.</summary>
    public static ObligationYears For(Agreement agreement, Obligation obligation, LocalDate? inUseFrom)
    {
        var years = Years(agreement.From.Year, agreement.To.Year);
        return new ObligationYears(
            [.. years.Select(year => Find(agreement, obligation, year, inUseFrom)).OfType<Occurrence>()],
            [.. years.Select(year => Omitted(agreement, obligation, year)).OfType<OmittedYear>()]);
    }

    /// <summary>The occurrences of all agreements that are due from one day to another, both inclusive, by due date, agreement and obligation.</summary>
    public static IReadOnlyList<Occurrence> For(Register register, LocalDate from, LocalDate to) =>
    [
        .. register.Agreements
            .SelectMany(agreement => agreement.Obligations.SelectMany(obligation => Due(agreement, obligation, from, to, register.InUseFrom)))
            .OrderBy(occurrence => occurrence.Due)
            .ThenBy(occurrence => occurrence.AgreementId.Value, StringComparer.Ordinal)
            .ThenBy(occurrence => occurrence.ObligationId.Value, StringComparer.Ordinal),
    ];

    /// <summary>The occurrence of a plan year, or null where the agreement has none for it.</summary>
    public static Occurrence? Find(Agreement agreement, Obligation obligation, int planYear, LocalDate? inUseFrom)
    {
        if (planYear < agreement.From.Year || planYear > agreement.To.Year) return null;
        var due = YearlyDueDate.Of(obligation, planYear);
        if (due < agreement.From) return null;
        var effective = EffectiveDueDate.Of(due, obligation.NonWorkingDay);
        return new Occurrence(agreement.Id, obligation.Id, planYear, due, effective.Date, effective.WhyMoved, due < inUseFrom);
    }

    /// <summary>An agreement's occurrences of a plan year, in the order of its obligations.</summary>
    public static IEnumerable<Occurrence> Of(Agreement agreement, int planYear, LocalDate? inUseFrom) =>
        agreement.Obligations.Select(obligation => Find(agreement, obligation, planYear, inUseFrom)).OfType<Occurrence>();

    // A due date is at most a year away from its plan year, so that other years need no look.
    private static IEnumerable<Occurrence> Due(
        Agreement agreement, Obligation obligation, LocalDate from, LocalDate to, LocalDate? inUseFrom) =>
        Years(Math.Max(agreement.From.Year, from.Year - 1), Math.Min(agreement.To.Year, to.Year + 1))
            .Select(year => Find(agreement, obligation, year, inUseFrom))
            .OfType<Occurrence>()
            .Where(occurrence => occurrence.Due >= from && occurrence.Due <= to);

    private static OmittedYear? Omitted(Agreement agreement, Obligation obligation, int planYear)
    {
        var due = YearlyDueDate.Of(obligation, planYear);
        return due >= agreement.From ? null : new OmittedYear(
            planYear, due, OmittedYear.DueBeforePeriod,
            $"För {planYear} skulle det ha lämnats senast den {SwedishDate.Long(due)}, innan avtalet började gälla den {SwedishDate.Long(agreement.From)}.");
    }

    private static IEnumerable<int> Years(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));
}
