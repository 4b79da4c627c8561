using FsCheck.Fluent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Deadlines;

public sealed class OccurrencesTests
{
    private static readonly AnnualDate December1 = new(12, 1);

    [Fact]
    public void The_storys_due_dates_are_1_December_2021_2022_and_2023_and_the_first_plan_year_says_why_it_has_none()
    {
        var years = Of(Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), December1));

        Assert.Equal(
            [(2022, "2021-12-01"), (2023, "2022-12-01"), (2024, "2023-12-01")],
            years.Occurrences.Select(occurrence => (occurrence.PlanYear, SwedishDate.Iso(occurrence.Due))));
        var omitted = Assert.Single(years.Omitted);
        Assert.Equal((2021, "occurrence.due-before-period"), (omitted.PlanYear, omitted.Code));
        Assert.Equal("För 2021 skulle det ha lämnats senast den 1 december 2020, innan avtalet började gälla den 1 januari 2021.", omitted.Reason);
    }

    [Theory]
    [InlineData(PlanYearRule.Next, "2021-07-01", "2024-06-30", "2021-12-01 2022-12-01 2023-12-01")]
    [InlineData(PlanYearRule.Same, "2021-07-01", "2024-06-30", "2021-12-01 2022-12-01 2023-12-01 2024-12-01")]
    [InlineData(PlanYearRule.Previous, "2021-07-01", "2024-06-30", "2022-12-01 2023-12-01 2024-12-01 2025-12-01")]
    [InlineData(PlanYearRule.Next, "2021-12-01", "2022-01-01", "2021-12-01")]
    [InlineData(PlanYearRule.Next, "2021-12-02", "2022-01-01", "")]
    [InlineData(PlanYearRule.Same, "2021-12-31", "2021-12-31", "")]
    public void A_period_that_follows_no_calendar_years(PlanYearRule rule, string from, string to, string due)
    {
        var years = Of(Cases.Agreement(Cases.Day(from), Cases.Day(to), December1, rule));
        Assert.Equal(due, string.Join(' ', years.Occurrences.Select(occurrence => SwedishDate.Iso(occurrence.Due))));
    }

    [Theory]
    [InlineData(NonWorkingDayRule.AsStated, 11, 1, "2025-11-01", null)]
    [InlineData(NonWorkingDayRule.Previous, 11, 1, "2025-10-31", "Den 1 november 2025 är alla helgons dag. Därför gäller arbetsdagen före: fredagen den 31 oktober 2025.")]
    [InlineData(NonWorkingDayRule.Next, 11, 1, "2025-11-03", "Den 1 november 2025 är alla helgons dag. Därför gäller arbetsdagen efter: måndagen den 3 november 2025.")]
    [InlineData(NonWorkingDayRule.Next, 6, 20, "2025-06-23", "Den 20 juni 2025 är midsommarafton. Därför gäller arbetsdagen efter: måndagen den 23 juni 2025.")]
    [InlineData(NonWorkingDayRule.Previous, 3, 30, "2025-03-28", "Den 30 mars 2025 är en söndag. Därför gäller arbetsdagen före: fredagen den 28 mars 2025.")]
    [InlineData(NonWorkingDayRule.Next, 12, 1, "2025-12-01", null)]
    public void The_effective_date_and_why_it_was_moved(NonWorkingDayRule rule, int month, int day, string effective, string? why)
    {
        var agreement = Cases.Agreement(new(2025, 1, 1), new(2025, 12, 31), new AnnualDate(month, day), PlanYearRule.Same, rule);
        var occurrence = Assert.Single(Of(agreement).Occurrences);
        Assert.Equal((new LocalDate(2025, month, day), Cases.Day(effective), why), (occurrence.Due, occurrence.EffectiveDue, occurrence.WhyMoved));
    }

    [Fact]
    public void What_was_due_before_the_register_came_into_use_is_history()
    {
        var agreement = Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), December1);
        var years = Occurrences.For(agreement, agreement.Obligations[0], new LocalDate(2022, 12, 1));
        Assert.Equal([true, false, false], years.Occurrences.Select(occurrence => occurrence.IsHistory));
    }

    [Fact]
    public void Find_gives_the_occurrence_of_a_plan_year_or_null()
    {
        var agreement = Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), December1);
        Assert.Equal(new LocalDate(2022, 12, 1), Occurrences.Find(agreement, agreement.Obligations[0], 2023, null)!.Due);
        Assert.Null(Occurrences.Find(agreement, agreement.Obligations[0], 2021, null));
        Assert.Null(Occurrences.Find(agreement, agreement.Obligations[0], 2025, null));
        Assert.Null(Occurrences.Find(agreement, agreement.Obligations[0], int.MinValue, null));
        Assert.Null(Occurrences.Find(agreement, agreement.Obligations[0], int.MaxValue, null));
    }

    [Fact]
    public void For_register_is_bounded_by_due_inclusive_and_sorted_by_due_agreement_and_obligation()
    {
        var one = Cases.Agreement(new(2021, 1, 1), new(2023, 12, 31), December1, PlanYearRule.Same, NonWorkingDayRule.Previous);
        var other = one with
        {
            Id = AgreementId.Parse("annat"),
            Obligations = [one.Obligations[0], one.Obligations[0] with { Id = ObligationId.Parse("budget") }],
        };
        var register = Registers.Valid with { Agreements = [one, other] };

        Assert.Equal(
            ["2022-12-01 annat budget", "2022-12-01 annat plan", "2022-12-01 avtal plan", "2023-12-01 annat budget", "2023-12-01 annat plan", "2023-12-01 avtal plan"],
            Occurrences.For(register, new(2022, 12, 1), new(2023, 12, 1))
                .Select(occurrence => $"{SwedishDate.Iso(occurrence.Due)} {occurrence.AgreementId} {occurrence.ObligationId}"));
        Assert.Empty(Occurrences.For(register, new(2022, 12, 2), new(2023, 11, 30)));
        Assert.Empty(Occurrences.For(register, new(2023, 12, 1), new(2022, 12, 1)));
        Assert.Equal(9, Occurrences.For(register, LocalDate.MinIsoValue, LocalDate.MaxIsoValue).Count);
    }

    [Fact]
    public void Line_is_what_the_command_line_prints()
    {
        var agreement = Cases.Agreement(new(2024, 1, 1), new(2024, 12, 31), December1, PlanYearRule.Same, NonWorkingDayRule.Next);
        Assert.Equal(
            """{"agreement":"avtal","obligation":"plan","planYear":2024,"due":"2024-12-01","effectiveDue":"2024-12-02"}""",
            OccurrenceJson.Line(Assert.Single(Of(agreement).Occurrences)));
    }

    [Fact]
    public void Every_plan_year_of_the_period_has_one_occurrence_or_one_reason() => Properties.Hold(Cases.Agreements, agreement =>
    {
        var years = Of(agreement);
        var all = years.Occurrences.Select(occurrence => occurrence.PlanYear).Concat(years.Omitted.Select(omitted => omitted.PlanYear));

        Assert.Equal(Enumerable.Range(agreement.From.Year, agreement.To.Year - agreement.From.Year + 1), all.Order());
        Assert.All(years.Occurrences, occurrence => Assert.True(occurrence.Due >= agreement.From));
        Assert.All(years.Omitted, omitted => Assert.True(omitted.Due < agreement.From && omitted.Reason.Length > 0));
        Assert.All(years.Occurrences, occurrence =>
            Assert.Equal(occurrence, Occurrences.Find(agreement, agreement.Obligations[0], occurrence.PlanYear, inUseFrom: null)));
    });

    [Fact]
    public void What_is_due_between_two_days_is_what_the_whole_period_has_between_them()
    {
        var cases =
            from agreement in Cases.Agreements
            from start in Gen.Choose(-1000, 3000)
            from length in Gen.Choose(0, 1500)
            let first = agreement.From.PlusDays(start)
            select (agreement, first, last: first.PlusDays(length));
        Properties.Hold(cases, one =>
        {
            var register = Registers.Valid with { InUseFrom = null, Agreements = [one.agreement] };
            var within = Of(one.agreement).Occurrences.Where(occurrence => occurrence.Due >= one.first && occurrence.Due <= one.last);
            Assert.Equal(within, Occurrences.For(register, one.first, one.last));
        });
    }

    [Fact]
    public void An_effective_date_is_a_working_day_where_the_rule_moves_it_and_moves_the_right_way() =>
        Properties.Hold(Cases.AllOccurrences, one =>
        {
            var (_, obligation, occurrence) = one;
            var moved = Period.DaysBetween(occurrence.Due, occurrence.EffectiveDue);

            Assert.Equal(moved != 0, occurrence.WhyMoved is not null);
            Assert.True(obligation.NonWorkingDay switch
            {
                NonWorkingDayRule.Previous => moved is <= 0 and > -7,
                NonWorkingDayRule.Next => moved is >= 0 and < 7,
                _ => moved == 0,
            });
            Assert.True(obligation.NonWorkingDay == NonWorkingDayRule.AsStated || SwedishCalendar.IsWorkingDay(occurrence.EffectiveDue));
            Assert.True(moved == 0 || !SwedishCalendar.IsWorkingDay(occurrence.Due));
        });

    private static ObligationYears Of(Agreement agreement) => Occurrences.For(agreement, agreement.Obligations[0], inUseFrom: null);
}
