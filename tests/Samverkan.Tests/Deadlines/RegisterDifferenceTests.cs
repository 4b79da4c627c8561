using Samverkan.Deadlines;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Deadlines;

public sealed class RegisterDifferenceTests
{
    [Fact]
    public void The_same_register_changes_nothing() => Assert.Empty(Changes(Registers.Json));

    [Theory]
    [InlineData("--12-01", "--11-15", "due, effectiveDue, reminders")]
    [InlineData("\"previous\"", "\"next\"", "effectiveDue, reminders")]
    [InlineData("\"P2W\"", "\"P3W\"", "reminders")]
    [InlineData("\"draftByDeadline\": false", "\"draftByDeadline\": true", "draftByDeadline")]
    [InlineData("[\"plan\", \"budget\"]", "[\"plan\"]", "parts")]
    [InlineData("[\"region\", \"namnder\"]", "[\"region\"]", "recipients, channels")]
    [InlineData("folkhalsa@region.example", "ny@region.example", "channels")]
    [InlineData("\"responsible\": [\"socialnamnden\"]", "\"responsible\": [\"region\"]", "responsible")]
    [InlineData("\"inUseFrom\": \"2021-01-01\"", "\"inUseFrom\": \"2025-01-01\"", "history, reminders")]
    public void What_is_different_is_named(string piece, string replacement, string what)
    {
        // 1 December 2024 is a Sunday, so that the rule matters.
        var change = Changes(Registers.Json.With(piece, replacement).With("2024-12-31", "2025-12-31"), Registers.Json.With("2024-12-31", "2025-12-31"))
            .Single(c => c.Occurrence.PlanYear == 2025);

        Assert.Equal("changed", change.Kind);
        Assert.Equal(what, string.Join(", ", change.Details.Select(d => d.What)));
    }

    [Fact]
    public void A_longer_period_adds_occurrences_and_a_shorter_one_takes_them_away()
    {
        var longer = Registers.Json.With("2024-12-31", "2026-12-31");

        Assert.Equal([("added", 2025), ("added", 2026)], Changes(longer).Select(c => (c.Kind, c.Occurrence.PlanYear)));
        Assert.Equal([("gone", 2025), ("gone", 2026)], Changes(Registers.Json, longer).Select(c => (c.Kind, c.Occurrence.PlanYear)));
    }

    [Fact]
    public void A_date_that_moves_across_an_end_of_the_days_is_a_move()
    {
        var earlier = Registers.Valid;
        var moved = Registers.Read(Registers.Json.With("--12-01", "--06-15")).Register!;

        var change = Assert.Single(RegisterDifference.Between(earlier, moved, Cases.Day("2022-09-01"), Cases.Day("2023-05-01")));
        Assert.Equal(("changed", 2023), (change.Kind, change.Occurrence.PlanYear));
    }

    [Fact]
    public void Line_is_one_object_with_what_was_and_what_becomes()
    {
        var change = Changes(Registers.Json.With("\"previous\"", "\"asStated\"").With("2024-12-31", "2025-12-31"), Registers.Json.With("2024-12-31", "2025-12-31"))
            .Single(c => c.Occurrence.PlanYear == 2025);

        Assert.Equal(
            """{"change":"changed","agreement":"folkhalsa","obligation":"plan","planYear":2025,"due":"2024-12-01","effectiveDue":"2024-12-01","details":[{"what":"effectiveDue","before":"2024-11-29","after":"2024-12-01"},{"what":"reminders","before":"2024-11-15, 2024-11-28","after":"2024-11-15, 2024-11-29"}]}""",
            OccurrenceChangeJson.Line(change));
    }

    private static IReadOnlyList<OccurrenceChange> Changes(string after, string before = Registers.Json) => RegisterDifference.Between(
        Registers.Read(before).Register!, Registers.Read(after).Register!, Cases.Day("2021-01-01"), Cases.Day("2030-12-31"));
}
