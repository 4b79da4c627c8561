using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Tests.Deadlines;
using Samverkan.Tests.Support;

namespace Samverkan.Tests.Dispatch.Endpoints;

/// <summary>What an endpoint does not let in, and when it comes again. The plan is due on 6 December.</summary>
public sealed class GatedDispatcherTests
{
    private static readonly EndpointId Folder = EndpointId.Folder("lan");

    [Theory]
    [InlineData("2026-12-06 23:57", 22.5)]
    [InlineData("2026-12-06 23:59", 15)]
    [InlineData("2026-12-06 23:30", 225)]
    [InlineData("2026-12-06 12:00", 300)]
    [InlineData("2026-11-20 12:00", 300)]
    [InlineData("2026-12-07 00:01", 300)]
    public async Task What_is_put_back_before_its_due_time_comes_again_after_an_eighth_of_the_time_left(string at, double seconds)
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Paper.At("2026-11-20 11:00"), "lan", version: DeliveryVersion.Draft);
        using var host = new DispatchHost(shared, Paper.At(at));
        using var endpoints = await DeadAsync(host);
        var result = await host.Gate(endpoints).TryAsync(ids[0], default);
        Assert.Equal(host.Now + Duration.FromSeconds(seconds), result.PutBackUntil);
        Assert.Empty(shared.Sent);
    }

    [Fact]
    public async Task What_no_day_binds_comes_again_when_the_endpoint_is_tested()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Paper.At("2026-11-20 11:00"), "lan");
        using var host = new DispatchHost(shared, Paper.At("2026-12-06 23:57"));
        using var endpoints = await DeadAsync(host);
        Assert.Equal(host.Now + Duration.FromMinutes(5), (await host.Gate(endpoints).TryAsync(ids[0], default)).PutBackUntil);
    }

    [Fact]
    public async Task Behind_five_hundred_others_it_is_tried_before_the_due_time_has_passed()
    {
        var (shared, ids) = await DispatchHost.OwedAsync(Paper.At("2026-11-20 11:00"), "lan", version: DeliveryVersion.Draft);
        using var host = new DispatchHost(shared, Paper.At("2026-12-06 23:50"));
        using var endpoints = await DeadAsync(host);
        for (var i = 0; i < 500; i++) await endpoints.RunAsync(Folder, _ => Task.FromResult(EndpointHealth.Fails), default);
        shared.Answer = (_, _, _) => Task.FromResult(new ChannelResult(AttemptOutcome.HandedOver, "ok", null) { Endpoint = EndpointHealth.Works });

        var gate = host.Gate(endpoints);
        while ((await gate.TryAsync(ids[0], default)).PutBackUntil is { } until) host.Now = until;

        var delivery = await host.FindAsync(ids[0]);
        Assert.Equal(DeliveryState.HandedOver, delivery.State);
        Assert.InRange(delivery.HandedOverAt!.Value, Paper.At("2026-12-06 23:55"), Paper.At("2026-12-06 23:57"));
    }

    private static async Task<EndpointPipelines> DeadAsync(DispatchHost host)
    {
        var endpoints = new EndpointPipelines(new EndpointOptions { PerMinute = 60 }, host, host.Instrumentation);
        for (var i = 0; i < 5; i++) await endpoints.RunAsync(Folder, _ => Task.FromResult(EndpointHealth.Fails), default);
        return endpoints;
    }
}
