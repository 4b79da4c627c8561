using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>The story that must always work, on the files that ship with the product.</summary>
public sealed class StoryTests
{
    private static readonly LocalDate From = new(2021, 4, 20);
    private static readonly LocalDate To = new(2022, 12, 13);

    [Fact]
    public async Task The_timeline_tells_the_story_in_its_order()
    {
        await using var play = new Play();
        var timeline = await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(From, To);

        Assert.Equal(
            [
                "2021-04-20T10.00 delivered decision gr", "2021-04-20T10.00 delivered decision socialnamnden", "2021-04-20T10.00 endorsed",
                "2021-04-20T10.00 endorsed", "2021-04-20T10.00 endorsed", "2021-04-20T10.00 extended", "2021-04-20T10.00 received",
            ],
            Lines(timeline, e => e.Agreement == "psykisk-halsa" && e.Action != "agreement-ending"));
        Assert.Equal(
            [
                "2022-10-27T09.00 received", "2022-12-01T06.00 delivered draft vgr-folkhalsa", "2022-12-12T14.00 adopted",
                "2022-12-12T14.00 delivered decision barn-och-ungdomsnamnden", "2022-12-12T14.00 delivered decision hsn-kansli-goteborg",
                "2022-12-12T14.00 delivered decision kultur-och-utbildningsnamnden", "2022-12-12T14.00 delivered decision miljoskyddsnamnden",
                "2022-12-12T14.00 delivered decision samhallsbyggnadsnamnden", "2022-12-12T14.00 delivered decision socialnamnden",
                "2022-12-12T14.00 delivered decision vard-och-omsorgsnamnden", "2022-12-12T14.00 received",
                "2022-12-12T14.15 delivered adopted vgr-folkhalsa", "2022-12-12T14.15 fulfilled",
            ],
            Lines(timeline, e => e is { Agreement: "folkhalsa-2021", PlanYear: 2023 } && e.Action != "reminder"));
    }

    [Fact]
    public async Task The_adopted_version_is_the_plan_and_the_extract_and_the_date_of_the_decision_is_not_made_up()
    {
        await using var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(From, To);

        var row = Assert.Single(await play.DeliveriesAsync(), d => d is { Version: DeliveryVersion.Adopted, PlanYear: 2023 });
        var book = await play.Services.GetRequiredService<LedgerBook>().LoadAsync<DeliveryBook>(row.Stream, CancellationToken.None);
        var delivery = book.Find(row.Id)!;
        Assert.Equal(["plan", "extract"], delivery.Documents.Select(d => d.Part));
        Assert.Equal(("193", "2022.529 KS"), (delivery.Matter!.Decision!.Paragraph, delivery.Matter.Decision.DiaryNumber));
        Assert.Null(delivery.Matter.Decision.DecidedOn);
    }

    [Fact]
    public async Task The_action_plan_ends_at_the_end_of_2022_afterwards()
    {
        await using var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(From, To);

        var register = await play.Services.GetRequiredService<RegisterBook>().CurrentAsync(CancellationToken.None);
        Assert.Equal(new LocalDate(2022, 12, 31), register.FindAgreement(AgreementId.Parse("psykisk-halsa"))!.To);
    }

    [Fact]
    public async Task The_ledger_verifies_after_the_story()
    {
        await using var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(From, To);

        var report = await play.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.True(report.Events > 50, $"Only {report.Events} events.");
        Assert.True(report.Anchors > 0);
    }

    [Fact]
    public async Task The_same_extract_dropped_again_is_noted_and_delivered_to_nobody()
    {
        await using var play = new Play();
        var extract = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(Play.Samples, "demo"), "*193*").Single());
        await play.Drops(Path.Combine(Play.Samples, "demo")).Drop("2022-12-13 09:00", "kopia.txt", extract).RunAsync(From, To);

        Assert.Equal(12, (await play.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task An_extract_that_comes_after_the_adopted_version_reaches_the_region_by_itself()
    {
        await using var play = new Play();
        var demo = Path.Combine(Play.Samples, "demo");
        var extract = await File.ReadAllTextAsync(Directory.GetFiles(demo, "*193*").Single());
        var listed = extract[..extract.IndexOf("Samtliga nämnder", StringComparison.Ordinal)] + "Samtliga nämnder\nAvdelning folkhälsa i Västra Götalandsregionen\n";
        var timeline = await play
            .Drop("2022-10-27 09:00", "Verksamhetsplan folkhälsa och social hållbarhet 2023 fastställd.docx", await File.ReadAllBytesAsync(Directory.GetFiles(demo, "2022-10-27*").Single()))
            .Drop("2022-10-28 14:00", "193.txt", listed)
            .RunAsync(new LocalDate(2022, 10, 26), new LocalDate(2022, 10, 29));

        Assert.Equal(
            ["2022-10-27T09.00 delivered adopted vgr-folkhalsa", "2022-10-28T14.00 delivered decision vgr-folkhalsa"],
            Lines(timeline, e => e.Action == "delivered" && e.To.Contains("vgr-folkhalsa")));
    }

    private static IReadOnlyList<string> Lines(IReadOnlyList<TimelineEntry> timeline, Func<TimelineEntry, bool> which) =>
        [.. timeline.Where(which).Select(Line).Order(StringComparer.Ordinal)];

    private static string Line(TimelineEntry entry)
    {
        var at = Stockholm.In(entry.At).LocalDateTime;
        var parts = new[] { $"{at:uuuu'-'MM'-'dd'T'HH'.'mm}", entry.Action, entry.Version, entry.Version is null ? null : entry.To.Single() };
        return string.Join(' ', parts.OfType<string>());
    }
}
