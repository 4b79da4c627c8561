using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

public sealed class ReminderPlanTests
{
    private static readonly Agreement Story = Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), new AnnualDate(12, 1));

    [Fact]
    public void Reminders_go_on_the_due_date_less_each_period_and_on_the_working_day_before() =>
        Assert.Equal(
            ["2022-09-30 2022-10-02 62", "2022-11-01 2022-11-01 30", "2022-11-17 2022-11-17 14", "2022-11-24 2022-11-24 7", "2022-11-30 2022-11-30 1"],
            ReminderPlan.Reminders(Of(Story, 2023), Story.Obligations[0]).Select(Line));

    [Fact]
    public void Reminders_that_fall_on_one_day_become_the_newest()
    {
        var agreement = Cases.Agreement(new(2024, 1, 1), new(2024, 12, 31), new AnnualDate(12, 2), PlanYearRule.Same, reminderDays: [3, 2, 1, 0]);
        Assert.Equal(
            ["2024-11-29 2024-12-01 3", "2024-12-02 2024-12-02 0"],
            ReminderPlan.Reminders(Of(agreement, 2024), agreement.Obligations[0]).Select(Line));
    }

    [Fact]
    public void Reminders_count_from_the_effective_date()
    {
        var agreement = Cases.Agreement(
            new(2024, 1, 1), new(2024, 12, 31), new AnnualDate(12, 26), PlanYearRule.Same, NonWorkingDayRule.Previous, [1]);
        Assert.Equal(["2024-12-20 2024-12-22 3"], ReminderPlan.Reminders(Of(agreement, 2024), agreement.Obligations[0]).Select(Line));
    }

    [Fact]
    public void Overdue_goes_the_day_after_and_every_7_days_to_the_end_of_the_plan_year()
    {
        var overdue = ReminderPlan.Overdue(Of(Story, 2023)).ToList();

        Assert.Equal(
            ["2022-12-02 2022-12-02 -1", "2022-12-09 2022-12-09 -8", "2022-12-16 2022-12-16 -15", "2022-12-23 2022-12-23 -22", "2022-12-30 2022-12-30 -29", "2023-01-09 2023-01-06 -39", "2023-01-13 2023-01-13 -43"],
            overdue.Take(7).Select(Line));
        Assert.Equal(57, overdue.Count);
        Assert.Equal(new LocalDate(2023, 12, 29), overdue[^1].Nominal);
    }

    [Theory]
    [InlineData(PlanYearRule.Same, 3, 1, "2024-12-28")]
    [InlineData(PlanYearRule.Previous, 3, 1, "2025-12-28")]
    [InlineData(PlanYearRule.Next, 3, 1, "2024-12-26")]
    [InlineData(PlanYearRule.Same, 12, 31, "2025-01-01")]
    public void Overdue_ends_with_the_later_of_plan_year_and_due_year_but_goes_once_at_least(PlanYearRule rule, int month, int day, string last)
    {
        var agreement = Cases.Agreement(new(2020, 1, 1), new(2030, 12, 31), new AnnualDate(month, day), rule);
        Assert.Equal(Cases.Day(last), ReminderPlan.Overdue(Of(agreement, 2024)).Last().Nominal);
    }

    [Fact]
    public void Adoption_pending_goes_every_30_days_after_the_effective_date_without_end()
    {
        var pending = ReminderPlan.AdoptionPending(Of(Story, 2023));
        Assert.Equal(["2022-12-30 2022-12-31 -29", "2023-01-30 2023-01-30 -60", "2023-03-01 2023-03-01 -90"], pending.Take(3).Select(Line));
        Assert.Equal(new LocalDate(2022, 12, 1).PlusDays(30 * 200), pending.ElementAt(199).Nominal);
    }

    [Fact]
    public void An_agreements_end_is_announced_180_90_and_30_days_before() =>
        Assert.Equal(
            ["2024-07-04 2024-07-04 180", "2024-10-02 2024-10-02 90", "2024-11-29 2024-12-01 32"],
            ReminderPlan.AgreementEnding(Story, inUseFrom: null).Select(Line));

    [Fact]
    public void Nobody_is_reminded_of_history()
    {
        var history = Of(Story, 2023) with { IsHistory = true };
        Assert.Empty(ReminderPlan.Reminders(history, Story.Obligations[0]));
        Assert.Empty(ReminderPlan.Overdue(history));
        Assert.Empty(ReminderPlan.AdoptionPending(history));
        Assert.Empty(ReminderPlan.AgreementEnding(Story, new LocalDate(2025, 1, 1)));
        Assert.NotEmpty(ReminderPlan.AgreementEnding(Story, new LocalDate(2024, 12, 31)));
    }

    [Fact]
    public void Messages_go_on_working_days_once_a_day_in_order_and_to_the_right_side_of_their_day() =>
        Properties.Hold(Cases.AllOccurrences, one =>
        {
            var (agreement, obligation, occurrence) = one;
            var before = ReminderPlan.Reminders(occurrence, obligation).ToList();
            var ending = ReminderPlan.AgreementEnding(agreement, inUseFrom: null).ToList();
            var overdue = ReminderPlan.Overdue(occurrence).ToList();
            var pending = ReminderPlan.AdoptionPending(occurrence).Take(20).ToList();

            foreach (var plan in new[] { before, ending, overdue, pending })
            {
                Assert.All(plan, message => Assert.True(SwedishCalendar.IsWorkingDay(message.SendOn)));
                Assert.Equal(plan.Select(message => message.SendOn).Distinct().Order(), plan.Select(message => message.SendOn));
            }

            Assert.All(before.Concat(ending).Concat(pending), message => Assert.Equal(SwedishCalendar.PreviousWorkingDay(message.Nominal), message.SendOn));
            Assert.All(overdue, message => Assert.Equal(SwedishCalendar.NextWorkingDay(message.Nominal), message.SendOn));
            Assert.All(before.Concat(overdue).Concat(pending), message =>
                Assert.Equal(Period.DaysBetween(message.SendOn, occurrence.EffectiveDue), message.DaysLeft));
        });

    [Fact]
    public void Every_reminder_goes_or_a_newer_one_goes_the_same_day() => Properties.Hold(Cases.AllOccurrences, one =>
    {
        var (_, obligation, occurrence) = one;
        var sent = ReminderPlan.Reminders(occurrence, obligation).ToDictionary(reminder => reminder.SendOn, reminder => reminder.Nominal);
        var nominal = obligation.ReminderDays.Select(days => occurrence.EffectiveDue.PlusDays(-days)).ToList();

        Assert.All(nominal, day => Assert.True(sent[SwedishCalendar.PreviousWorkingDay(day)] >= day));
        Assert.All(sent.Values, day => Assert.Contains(day, nominal));
    });

    private static Occurrence Of(Agreement agreement, int planYear) =>
        Occurrences.Find(agreement, agreement.Obligations[0], planYear, inUseFrom: null)!;

    private static string Line(PlannedReminder reminder) =>
        $"{SwedishDate.Iso(reminder.SendOn)} {SwedishDate.Iso(reminder.Nominal)} {reminder.DaysLeft}";
}
