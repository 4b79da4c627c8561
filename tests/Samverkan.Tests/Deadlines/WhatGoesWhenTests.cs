using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

/// <summary>The sentences of the design's "Adoption" and "What goes when", one by one.</summary>
public sealed class WhatGoesWhenTests
{
    // Due 1 December 2022, a Thursday, for 2023.
    private static readonly Agreement Story = Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), new AnnualDate(12, 1)) with
    {
        Escalation = [ContactId.Parse("chef")],
    };

    [Fact]
    public void Reminders_go_while_no_complete_set_has_been_received() => Expect(
        Play(Story).Mornings("2022-09-29", "2022-11-10").Plan("2022-11-10 13:00", "plan").Mornings("2022-11-11", "2022-11-30"),
        "2022-09-30 06:00 Reminder 62",
        "2022-11-01 06:00 Reminder 30");

    [Fact]
    public void Part_of_a_set_stops_no_reminder() => Expect(
        Play(With(Story, o => o with { Parts = ["plan", "budget"] }))
            .Plan("2022-11-10 13:00", "plan").Mornings("2022-11-17", "2022-11-23").Plan("2022-11-23 13:00", "kalkyl", "budget").Mornings("2022-11-24", "2022-12-01"),
        "2022-11-17 06:00 Reminder 14",
        "2022-12-01 06:00 Draft region");

    [Fact]
    public void Where_the_plan_must_be_adopted_by_the_day_a_draft_stops_nothing_and_is_not_sent() => Expect(
        Play(With(Story, o => o with { DraftByDeadline = false }))
            .Plan("2022-11-10 13:00", "plan").Mornings("2022-11-17", "2022-12-12").Extract("2022-12-12 14:00", "§ 193").Sweep("2022-12-12 14:15").Mornings("2022-12-13", "2023-03-01"),
        "2022-11-17 06:00 Reminder 14",
        "2022-11-24 06:00 Reminder 7",
        "2022-11-30 06:00 Reminder 1",
        "2022-12-02 06:00 Overdue -1 strateg+chef",
        "2022-12-09 06:00 Overdue -8 strateg+chef",
        "2022-12-12 14:00 Adoption",
        "2022-12-12 14:15 Adopted region");

    [Fact]
    public void A_complete_draft_goes_at_six_on_the_effective_due_date() => Expect(
        Play(Story).Plan("2022-11-10 13:00", "plan").Sweep("2022-12-01 05:59").Sweep("2022-12-01 06:00").Sweep("2022-12-01 06:01"),
        "2022-12-01 06:00 Draft region");

    [Fact]
    public void A_draft_goes_on_a_day_that_is_no_working_day_too() => Expect(
        Play(Story, 2024, "2021-01-01", due: new AnnualDate(12, 2)).Plan("2023-11-20 13:00", "plan").Mornings("2023-12-01", "2023-12-03"),
        "2023-12-02 06:00 Draft region");

    [Fact]
    public void A_draft_that_arrives_after_the_day_goes_at_once() => Expect(
        Play(Story).Sweep("2022-12-02 06:00").Plan("2022-12-05 13:37", "plan").Mornings("2022-12-06", "2022-12-20"),
        "2022-12-02 06:00 Overdue -1 strateg+chef",
        "2022-12-05 13:37 Draft region");

    [Fact]
    public void A_new_file_before_the_day_replaces_its_part_and_after_the_draft_no_second_draft_goes()
    {
        var play = Play(Story).Plan("2022-11-10 13:00", "plan").Plan("2022-11-20 13:00", "plan 2").Sweep("2022-12-01 06:00").Plan("2022-12-02 09:00", "plan 3");
        Expect(play, "2022-12-01 06:00 Draft region");
        Assert.Equal(Paper.HashOf("plan 2"), Assert.Single(play.Year.Deliveries.All).Documents.Single().Hash);
    }

    [Fact]
    public void The_adoption_is_asked_for_every_30_days_after_the_day_until_it_comes() => Expect(
        Play(Story).Plan("2022-11-10 13:00", "plan").Mornings("2022-12-01", "2023-03-05").Plan("2023-03-05 09:00", "plan", adopted: true).Mornings("2023-03-06", "2023-06-01"),
        "2022-12-01 06:00 Draft region",
        "2022-12-30 06:00 AdoptionPending -29",
        "2023-01-30 06:00 AdoptionPending -60",
        "2023-03-01 06:00 AdoptionPending -90",
        "2023-03-05 09:00 Adoption",
        "2023-03-05 09:00 Adopted region");

    [Fact]
    public void The_adoption_of_a_draft_that_came_late_is_asked_for_on_the_same_days() => Expect(
        Play(Story).Plan("2023-01-10 13:00", "plan").Mornings("2023-01-11", "2023-03-05"),
        "2023-01-10 13:00 Draft region",
        "2023-01-30 06:00 AdoptionPending -60",
        "2023-03-01 06:00 AdoptionPending -90");

    [Fact]
    public void Overdue_goes_the_day_after_and_weekly_on_working_days_and_counts_from_the_unmoved_date() => Expect(
        Play(Story).Mornings("2022-12-02", "2023-01-13"),
        "2022-12-02 06:00 Overdue -1 strateg+chef",
        "2022-12-09 06:00 Overdue -8 strateg+chef",
        "2022-12-16 06:00 Overdue -15 strateg+chef",
        "2022-12-23 06:00 Overdue -22 strateg+chef",
        "2022-12-30 06:00 Overdue -29 strateg+chef",
        "2023-01-09 06:00 Overdue -39 strateg+chef",
        "2023-01-13 06:00 Overdue -43 strateg+chef");

    [Fact]
    public void Overdue_ends_with_the_plan_year() => Expect(
        Play(Story).Sweep("2023-12-29 06:00").Mornings("2023-12-30", "2024-03-01"),
        "2023-12-29 06:00 Overdue -393 strateg+chef");

    [Fact]
    public void An_adopted_version_waits_for_files_and_what_comes_later_is_a_correction()
    {
        var play = Play(Story).Plan("2022-11-10 13:00", "plan").Extract("2022-11-20 14:00", "§ 193").Sweep("2022-11-20 14:14")
            .Plan("2022-11-20 14:14", "plan 2").Sweep("2022-11-20 14:15").Plan("2022-11-20 14:16", "plan 3");
        Expect(play, "2022-11-20 14:00 Adoption", "2022-11-20 14:15 Adopted region", "2022-11-20 14:16 Correction region");
        Assert.Equal(
            [["plan 2", "§ 193"], ["plan 3", "§ 193"]],
            play.Year.Deliveries.All.OrderBy(d => d.CreatedAt).Select(d => d.Documents.Select(f => f.Name!)));
    }

    [Fact]
    public void An_extract_that_comes_first_waits_for_every_part() => Expect(
        Play(With(Story, o => o with { Parts = ["plan", "budget"] }))
            .Extract("2022-11-20 14:00", "§ 193").Mornings("2022-11-24", "2022-11-24").Plan("2022-11-24 09:00", "plan").Plan("2022-11-24 10:00", "kalkyl", "budget"),
        "2022-11-20 14:00 Adoption",
        "2022-11-24 06:00 Reminder 7",
        "2022-11-24 10:00 Adopted region");

    [Fact]
    public void A_plan_that_says_it_is_adopted_goes_at_once_and_as_no_draft() => Expect(
        Play(Story).Plan("2022-11-10 13:00", "plan", adopted: true).Mornings("2022-11-11", "2022-12-10"),
        "2022-11-10 13:00 Adoption",
        "2022-11-10 13:00 Adopted region");

    [Fact]
    public void The_same_bytes_again_do_nothing() => Expect(
        Play(Story).Plan("2022-11-10 13:00", "plan").Sweep("2022-12-01 06:00").Plan("2022-12-01 07:00", "plan").Extract("2022-12-12 14:00", "§ 193").Extract("2022-12-12 14:05", "§ 193").Sweep("2022-12-12 14:15").Plan("2022-12-12 15:00", "plan"),
        "2022-12-01 06:00 Draft region",
        "2022-12-12 14:00 Adoption",
        "2022-12-12 14:15 Adopted region");

    [Fact]
    public void It_is_fulfilled_when_the_adopted_version_has_been_handed_over_to_all_and_never_by_a_draft() => Expect(
        Play(With(Story, o => o with { Recipients = [ContactId.Parse("region"), ContactId.Parse("kansli")] }))
            .Plan("2022-11-10 13:00", "plan").Sweep("2022-12-01 06:00").HandOver("2022-12-01 06:01")
            .Extract("2022-12-12 14:00", "§ 193").Sweep("2022-12-12 14:15").HandOver("2022-12-12 14:16").Mornings("2022-12-13", "2023-02-01"),
        "2022-12-01 06:00 Draft region", "2022-12-01 06:00 Draft kansli",
        "2022-12-12 14:00 Adoption",
        "2022-12-12 14:15 Adopted region", "2022-12-12 14:15 Adopted kansli",
        "2022-12-12 14:16 Fulfilled");

    [Fact]
    public void After_downtime_only_the_newest_reminder_goes_on_the_next_working_day_and_not_before_six() => Expect(
        Play(Story).Sweep("2022-11-19 10:00").Sweep("2022-11-20 23:00").Sweep("2022-11-21 05:59").Sweep("2022-11-21 06:00").Sweep("2022-11-21 09:00"),
        "2022-11-21 06:00 Reminder 10");

    [Fact]
    public void A_host_that_was_off_for_a_year_says_one_thing_and_nothing_of_what_nobody_can_mend()
    {
        Expect(Play(Story).Sweep("2023-11-22 08:00"), "2023-11-22 08:00 Overdue -356 strateg+chef");
        Expect(Play(Story).Sweep("2024-02-01 08:00"));
    }

    [Fact]
    public void Nothing_is_said_of_a_closed_occurrence_and_nothing_is_sent_for_it() => Expect(
        Play(Story).Sweep("2022-11-01 06:00").Close("2022-11-02 10:00").Mornings("2022-11-03", "2022-12-20").Plan("2022-12-21 10:00", "plan", adopted: true),
        "2022-11-01 06:00 Reminder 30");

    [Fact]
    public void Nobody_is_reminded_of_what_was_due_before_the_register_came_into_use() => Expect(
        Play(Story, 2023, "2022-12-02").Mornings("2022-09-01", "2023-02-01"));

    [Fact]
    public void The_29th_of_february_is_the_28th_in_other_years() => Expect(
        Play(Story, 2023, "2021-01-01", new AnnualDate(2, 29)).Mornings("2022-02-21", "2022-03-01"),
        "2022-02-21 06:00 Reminder 7",
        "2022-02-25 06:00 Reminder 3",
        "2022-03-01 06:00 Overdue -1 strateg+chef");

    [Fact]
    public void The_agreements_end_is_announced_to_the_responsible_180_90_and_30_days_before() => Expect(
        new Paper(Story, null).Mornings("2024-06-01", "2025-02-01"),
        "2024-07-04 06:00 AgreementEnding 180",
        "2024-10-02 06:00 AgreementEnding 90",
        "2024-11-29 06:00 AgreementEnding 32");

    [Theory]
    [InlineData("2022-03-27")]
    [InlineData("2022-10-30")]
    public void Six_is_once_on_the_days_that_the_clocks_are_moved(string day)
    {
        var date = Cases.Day(day);
        Assert.Equal(new LocalTime(6, 0), Stockholm.In(Stockholm.MorningOf(date)).TimeOfDay);
        var days = Enumerable.Range(0, 3 * 24 * 60).Select(m => Stockholm.SweepDay(Stockholm.MorningOf(date.PlusDays(-1)) + Duration.FromMinutes(m)));
        Assert.Equal([date.PlusDays(-1), date, date.PlusDays(1)], days.Distinct().Take(3));
    }

    [Fact]
    public void A_clock_that_has_gone_back_says_nothing_twice() => Expect(
        Play(Story).Sweep("2022-11-01 06:00").Sweep("2022-11-17 06:00").Sweep("2022-11-16 06:00").Sweep("2022-11-01 06:00").Sweep("2022-11-17 06:00"),
        "2022-11-01 06:00 Reminder 30",
        "2022-11-17 06:00 Reminder 14");

    private static Paper Play(Agreement agreement, int planYear = 2023, string inUseFrom = "2021-01-01", AnnualDate? due = null) =>
        new(due is { } date ? With(agreement, o => o with { Due = date }) : agreement, planYear, Cases.Day(inUseFrom));

    private static Agreement With(Agreement agreement, Func<Obligation, Obligation> change) =>
        agreement with { Obligations = [.. agreement.Obligations.Select(change)] };

    private static void Expect(Paper play, params string[] lines) => Assert.Equal(lines, play.Lines());
}
