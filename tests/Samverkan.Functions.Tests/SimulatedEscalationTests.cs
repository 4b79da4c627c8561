using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;

namespace Samverkan.Functions.Tests;

/// <summary>What the timeline of <c>simulate</c> says of a delivery that cannot be made when its day has come.</summary>
public sealed class SimulatedEscalationTests
{
    [Fact]
    public async Task A_draft_that_cannot_go_on_the_day_needs_action_and_is_escalated_once_to_those_responsible()
    {
        await using var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(new LocalDate(2021, 4, 20), new LocalDate(2022, 11, 30));
        Directory.Delete(Path.Combine(play.Data, "arkiv"), recursive: true);

        await play.Services.GetRequiredService<Simulator>().PlayAsync(
            Stockholm.Zone.AtStartOfDay(new LocalDate(2022, 12, 1)).ToInstant(), Instant.FromUtc(2022, 12, 1, 22, 0), [], (_, _) => Task.CompletedTask, CancellationToken.None);

        var lines = play.Services.GetRequiredService<TimelineProjection>().Entries.Where(e => e.PlanYear is 2023 && e.Action is not "reminder").ToArray();
        Assert.Equal(["needs-action", "escalated"], lines.Select(l => l.Action));
        Assert.All(lines, l => Assert.Equal(("folkhalsa-2021", "verksamhetsplan", 2023, "draft", 0), (l.Agreement, l.Obligation, l.PlanYear, l.Version, l.DaysLeft)));
        Assert.Equal(["vgr-folkhalsa"], lines[0].To);
        Assert.Equal(["folkhalsostrateg", "kommundirektor"], lines[1].To.Order(StringComparer.Ordinal));
        Assert.StartsWith("till vgr-folkhalsa: Verksamhetsplan", lines[1].Detail, StringComparison.Ordinal);
        Assert.StartsWith("2022-12-01T06:00", Stockholm.In(lines[1].At).ToString("uuuu'-'MM'-'dd'T'HH':'mm", null), StringComparison.Ordinal);
        Assert.Contains("\"action\":\"escalated\"", TimelineJson.Line(lines[1]), StringComparison.Ordinal);
    }
}
