using System.Text.Json;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Signals;
using Samverkan.SignIn;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>Whether the host can do its work, and all that tells how it is.</summary>
public sealed class HealthTests
{
    private const string Full = "Disken med arkivet är full. Frigör utrymme på disken.";

    [Fact]
    public async Task A_store_that_cannot_be_written_to_makes_the_host_unready_and_is_tried_again_after_half_a_minute()
    {
        using var world = new World();
        world.Probe.Answer = _ => Task.FromResult<StoreFault?>(new("storage.full", Full));
        var full = await world.GetAsync("/health/ready");
        Assert.Equal((503, $$"""{"status":"unhealthy","problems":["{{Full}}"]}"""), (full.Status, full.Body));

        world.Probe.Answer = _ => Task.FromResult<StoreFault?>(null);
        world.Clock.Now += Duration.FromSeconds(29);
        Assert.Equal(503, (await world.GetAsync("/health/ready")).Status);
        Assert.Equal(1, world.Probe.Asked);
        world.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(200, (await world.GetAsync("/health/ready")).Status);
        Assert.Equal(2, world.Probe.Asked);
    }

    [Fact]
    public async Task Little_room_makes_the_host_unready_before_there_is_none()
    {
        using var world = new World();
        world.Probe.Free = StoreHealth.LeastFree - 1;
        var reply = await world.GetAsync("/health/ready");
        Assert.Equal(503, reply.Status);
        Assert.Contains("snart full: mindre än 100 MB", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_never_answers_is_asked_by_one_and_the_answer_comes_all_the_same()
    {
        using var world = new World();
        using var stuck = new ManualResetEventSlim();
        world.Probe.Answer = _ =>
        {
            stuck.Wait(TimeSpan.FromMinutes(1), CancellationToken.None); // deaf to cancellation, as a disk is
            return Task.FromResult<StoreFault?>(null);
        };
        var replies = await Task.WhenAll(world.GetAsync("/health/ready"), world.GetAsync("/health/ready")).WaitAsync(TimeSpan.FromSeconds(40));
        Assert.All(replies, reply => Assert.Equal(503, reply.Status));
        Assert.All(replies, reply => Assert.Contains("inte svarat på fem sekunder", reply.Body, StringComparison.Ordinal));
        Assert.Equal(1, world.Probe.Asked);
        stuck.Set();
    }

    [Fact]
    public async Task What_a_store_fails_with_is_not_told_to_everybody()
    {
        using var world = new World();
        world.Probe.Answer = _ => throw new IOException("/hemlig/mapp anna@kommun.example");
        var reply = await world.GetAsync("/health/ready");
        Assert.Equal(503, reply.Status);
        Assert.Contains("Det gick inte att prova om arkivet kan skrivas.", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_tells_what_is_owed_what_waits_and_when_the_timers_ran()
    {
        using var world = new World();
        var now = world.Clock.Now;
        await world.Log.UpsertAsync(
            [
                Row(1, DeliveryState.Waiting, now - Duration.FromHours(2), now + Duration.FromHours(1)),
                Row(2, DeliveryState.NeedsPerson, now - Duration.FromDays(3), null),
                Row(3, DeliveryState.HandedOver, now - Duration.FromDays(30), null),
            ],
            default);
        await world.Timers.NoteAsync(new TimerRun(SweepNames.Deadlines, now, Duration.FromMilliseconds(250), Succeeded: true), default);
        await world.Timers.NoteAsync(new TimerRun(SweepNames.Inbox, now, Duration.FromMilliseconds(1), Succeeded: false), default);

        var reply = await world.GetAsync("/health/detail");
        Assert.Equal(200, reply.Status);
        var detail = JsonDocument.Parse(reply.Body).RootElement;
        Assert.Equal("healthy", detail.GetProperty("status").GetString());
        Assert.Equal(2, detail.GetProperty("owed").GetProperty("count").GetInt32());
        Assert.Equal(1, detail.GetProperty("owed").GetProperty("byState").GetProperty("waiting").GetInt32());
        Assert.Equal(3 * 86_400, detail.GetProperty("owed").GetProperty("oldestSeconds").GetInt64());
        Assert.Equal("1 expediering väntar på en person.", detail.GetProperty("needsPerson").GetProperty("text").GetString());
        var timers = detail.GetProperty("timers").EnumerateArray().ToDictionary(t => t.GetProperty("timer").GetString()!, StringComparer.Ordinal);
        Assert.Equal(0.25, timers["deadlines"].GetProperty("seconds").GetDouble());
        Assert.StartsWith("Inkorgssvepet misslyckades", timers["inbox"].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Expedieringssvepet har inte körts än.", timers["dispatch"].GetProperty("text").GetString());
        var store = Assert.Single(detail.GetProperty("stores").EnumerateArray());
        Assert.Equal("Går att skriva i. 120,3 GB ledigt.", store.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, detail.GetProperty("anchor").ValueKind);
    }

    [Fact]
    public async Task Detail_counts_the_messages_to_the_own_people_that_need_a_person()
    {
        using var world = new World();
        var now = world.Clock.Now;
        await world.Log.UpsertAsync(
            [
                Row(1, DeliveryState.NeedsPerson, now, null),
                Row(2, DeliveryState.NeedsPerson, now, null) with { Version = DeliveryVersion.Notice },
                Row(3, DeliveryState.Bounced, now, null) with { Version = DeliveryVersion.Notice },
                Row(4, DeliveryState.HandedOver, now, null) with { Version = DeliveryVersion.Notice },
            ],
            default);
        var waiting = JsonDocument.Parse((await world.GetAsync("/health/detail")).Body).RootElement.GetProperty("needsPerson");
        Assert.Equal((1, 2), (waiting.GetProperty("deliveries").GetInt32(), waiting.GetProperty("notices").GetInt32()));
        Assert.Equal("1 expediering och 2 meddelanden till den egna personalen väntar på en person.", waiting.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Detail_answers_503_with_the_reasons_and_with_what_can_be_read()
    {
        using var world = new World();
        world.Log.Failure = new IOException("disk");
        var reply = await world.GetAsync("/health/detail");
        Assert.Equal(503, reply.Status);
        var detail = JsonDocument.Parse(reply.Body).RootElement;
        Assert.Equal("delivery-log.unreadable", Assert.Single(detail.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, detail.GetProperty("owed").ValueKind);
        Assert.Single(detail.GetProperty("stores").EnumerateArray());
    }

    [Fact]
    public async Task With_a_public_address_detail_is_for_who_is_signed_in()
    {
        using var world = new World(new WebOptions { PublicUrl = new Uri("https://samverkan.sjoberga.example"), AllowedHosts = ["*"] });
        var stranger = await world.GetAsync("/health/detail");
        Assert.Equal(302, stranger.Status);
        Assert.DoesNotContain("owed", stranger.Body, StringComparison.Ordinal);

        var reply = await (await Browser.SignedInAsync(world, SignInRole.Reader)).GetAsync("/health/detail");
        Assert.Equal(200, reply.Status);
        Assert.Contains("\"owed\"", reply.Body, StringComparison.Ordinal);
    }

    private static DeliveryRow Row(int n, DeliveryState state, Instant created, Instant? next) => new(
        DeliveryId.Of(StreamId.OfAgreement("avtal", 2022), "handlingar" + n, "mottagare", DeliveryVersion.Decision),
        1, "avtal", null, 2022, DeliveryVersion.Decision, "mottagare", state, 1, created, null, next, []);
}
