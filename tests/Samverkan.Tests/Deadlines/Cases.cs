using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

/// <summary>Agreements of one obligation, made up: by hand for an example, at random for a property.</summary>
internal static class Cases
{
    internal static readonly Gen<LocalDate> Dates =
        Gen.Choose(0, 366 * 300).Select(days => new LocalDate(1900, 1, 1).PlusDays(days));

    internal static readonly Gen<Agreement> Agreements =
        from start in Dates
        from days in Gen.Choose(0, 3000)
        from due in Gen.Choose(0, 365).Select(day => new LocalDate(2024, 1, 1).PlusDays(day))
        from planYear in Gen.Elements(PlanYearRule.Next, PlanYearRule.Same, PlanYearRule.Previous)
        from rule in Gen.Elements(NonWorkingDayRule.AsStated, NonWorkingDayRule.Previous, NonWorkingDayRule.Next)
        from reminders in Gen.Choose(0, 100).ListOf()
        select Agreement(start, start.PlusDays(days), new AnnualDate(due.Month, due.Day), planYear, rule, [.. reminders]);

    internal static readonly Gen<(Agreement Agreement, Obligation Obligation, Occurrence Occurrence)> AllOccurrences =
        from agreement in Agreements
        let obligation = agreement.Obligations[0]
        let occurrences = Occurrences.For(agreement, obligation, inUseFrom: null).Occurrences
        where occurrences.Count > 0
        from index in Gen.Choose(0, occurrences.Count - 1)
        select (agreement, obligation, occurrences[index]);

    internal static Agreement Agreement(
        LocalDate from, LocalDate to, AnnualDate due, PlanYearRule planYear = PlanYearRule.Next,
        NonWorkingDayRule nonWorkingDay = NonWorkingDayRule.AsStated, int[]? reminderDays = null) => new()
        {
            Id = AgreementId.Parse("avtal"),
            Kind = AgreementKind.Cooperation,
            Title = "Avtal",
            Period = new DateInterval(from, to),
            Responsible = [ContactId.Parse("strateg")],
            Obligations =
            [
                new()
                {
                    Id = ObligationId.Parse("plan"), Title = "Plan", Due = due, PlanYear = planYear, NonWorkingDay = nonWorkingDay,
                    ReminderDays = reminderDays ?? Obligation.DefaultReminderDays, Recipients = [ContactId.Parse("region")],
                },
            ],
        };

    internal static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
