using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

public sealed class OccurrenceStatusTests
{
    // Due 1 December 2022 for 2023.
    private static readonly Agreement Story = Cases.Agreement(new(2021, 1, 1), new(2024, 12, 31), new AnnualDate(12, 1));

    [Fact]
    public void It_waits_until_the_end_of_the_day_and_is_late_after_it()
    {
        Assert.Equal(OccurrenceState.Waiting, Play().Status("2022-12-01").State);
        var late = Play().Status("2022-12-02");
        Assert.Equal(OccurrenceState.Late, late.State);
        Assert.Equal((Paper.At("2022-12-02 00:00"), null), (late.Steps.Single().At, late.Steps.Single().Event));
    }

    [Fact]
    public void The_story_goes_from_draft_to_fulfilled_and_every_step_says_why()
    {
        var play = Play();
        var seen = new List<OccurrenceState>();
        See(play.Plan("2022-10-27 09:00", "plan"));
        See(play.Sweep("2022-12-01 06:00"));
        See(play.HandOver("2022-12-01 06:01"));
        See(play.Extract("2022-12-12 14:00", "§ 193"));
        See(play.Sweep("2022-12-12 14:15"));
        See(play.HandOver("2022-12-12 14:16"));

        Assert.Equal(
            [OccurrenceState.DraftReceived, OccurrenceState.DraftReceived, OccurrenceState.DraftDelivered, OccurrenceState.Adopted, OccurrenceState.Adopted, OccurrenceState.Fulfilled],
            seen);
        Assert.Equal(
            [
                (OccurrenceState.DraftReceived, "plan-received", Paper.HashOf("plan")),
                (OccurrenceState.DraftDelivered, "attempt-ended", Paper.HashOf("plan")),
                (OccurrenceState.Adopted, "plan-adopted", Paper.HashOf("§ 193")),
                (OccurrenceState.Fulfilled, "occurrence-fulfilled", null),
            ],
            play.Status("2022-12-31").Steps.Select(s => (s.State, s.Event!, s.Document)));

        void See(Paper paper) => seen.Add(paper.Status("2022-12-31").State);
    }

    [Fact]
    public void What_came_late_is_not_late_any_more_but_has_been()
    {
        var status = Play().Plan("2022-12-05 10:00", "plan").Status("2022-12-06");
        Assert.Equal(OccurrenceState.DraftReceived, status.State);
        Assert.Equal([OccurrenceState.Late, OccurrenceState.DraftReceived], status.Steps.Select(s => s.State));
    }

    [Fact]
    public void An_extract_before_the_plan_adopts_nothing_until_the_plan_is_there()
    {
        Assert.Equal(OccurrenceState.Waiting, Play().Extract("2022-11-20 14:00", "§ 193").Status("2022-11-21").State);
        Assert.Equal(OccurrenceState.Adopted, Play().Extract("2022-11-20 14:00", "§ 193").Plan("2022-11-22 14:00", "plan").Status("2022-11-23").State);
    }

    [Fact]
    public void A_draft_is_late_where_the_plan_must_be_adopted_by_the_day()
    {
        var strict = Story with { Obligations = [.. Story.Obligations.Select(o => o with { DraftByDeadline = false })] };
        var play = new Paper(strict, 2023).Plan("2022-11-20 14:00", "plan");
        Assert.Equal(OccurrenceState.DraftReceived, play.Status("2022-12-01").State);
        Assert.Equal(OccurrenceState.Late, play.Status("2022-12-02").State);
        Assert.Equal(OccurrenceState.Adopted, play.Extract("2022-12-12 14:00", "§ 193").Status("2022-12-12").State);
    }

    [Fact]
    public void What_is_closed_before_its_day_was_never_late()
    {
        var status = Play().Close("2022-11-20 14:00").Status("2023-06-01");
        Assert.Equal((OccurrenceState.Closed, "occurrence-closed"), (status.State, status.Steps.Single().Event));
    }

    [Fact]
    public void History_is_never_late() =>
        Assert.Equal(OccurrenceState.Waiting, new Paper(Story, 2023, Cases.Day("2023-01-01")).Status("2023-06-01").State);

    private static Paper Play() => new(Story, 2023, Cases.Day("2021-01-01"));
}
