using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>What watches the host is told when something owed is left lying.</summary>
public sealed class LateDeliveryTests
{
    private static readonly string Id = DeliveryId.Of(StreamId.OfAgreement("avtal", 2022), "handlingar", "mottagare", DeliveryVersion.Decision);

    [Fact]
    public async Task Not_ready_while_a_next_try_is_more_than_five_minutes_late_and_ready_again_when_it_has_been_made()
    {
        using var world = new World();
        var next = world.Clock.Now;
        await world.Log.UpsertAsync([Row(DeliveryState.Waiting, next)], CancellationToken.None);
        world.Clock.Now = next + Duration.FromMinutes(5) - Duration.FromSeconds(1);
        Assert.Equal(200, (await world.GetAsync("/health/ready")).Status);

        world.Clock.Now = next + Duration.FromMinutes(5);
        var late = await world.GetAsync("/health/ready");
        Assert.Equal(503, late.Status);
        Assert.StartsWith("""{"status":"unhealthy","problems":["En expediering skulle ha försökts för mer än fem minuter sedan.""", late.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("mottagare", late.Body, StringComparison.Ordinal);

        await world.Log.UpsertAsync([Row(DeliveryState.HandedOver, null)], CancellationToken.None);
        Assert.Equal(200, (await world.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task What_is_put_back_because_its_endpoint_is_left_alone_is_not_late()
    {
        using var world = new World();
        await world.Log.UpsertAsync([Row(DeliveryState.Owed, world.Clock.Now)], CancellationToken.None);
        world.Clock.Now += Duration.FromMinutes(10);
        var putBacks = new PutBacks();
        var late = new LateDeliveries(world.Log, putBacks, world.Clock);
        Assert.True(await late.AnyAsync(CancellationToken.None));
        putBacks.Note(Id, world.Clock.Now + Duration.FromMinutes(2));
        Assert.False(await late.AnyAsync(CancellationToken.None));
        world.Clock.Now += Duration.FromMinutes(4);
        Assert.True(await late.AnyAsync(CancellationToken.None));
    }

    private static DeliveryRow Row(DeliveryState state, Instant? next) =>
        new(Id, 1, "avtal", null, 2022, DeliveryVersion.Decision, "mottagare", state, 1, Instant.FromUtc(2022, 10, 27, 6, 0), null, next, []);
}
