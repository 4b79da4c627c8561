using EndToEnd.Tests;
using NodaTime;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Functions.Tests;

/// <summary>Several hosts on one ledger: the claim in the ledger decides, whoever else is offered the same delivery.</summary>
public sealed class HostsTogetherTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-together-").FullName;
    private readonly CountingTransport _transport = new();
    private readonly SimulatedClock _clock = new(Noon);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task No_attempt_is_made_twice_though_every_host_is_offered_every_delivery(int count)
    {
        var owed = ManyBoards.Drop(_data, boards: 20, plans: 4);
        var hosts = Enumerable.Range(0, count).Select(_ => new SharedHost(_data, _clock, _transport)).ToArray();
        await hosts[0].TakeInAsync(_data);
        var ids = (await hosts[0].DeliveriesAsync()).Select(d => d.Id).ToArray();
        Assert.Equal(owed, ids.Length);

        await Task.WhenAll(hosts.Select((host, i) => Task.Run(() => OfferAsync(host, ids, i))));
        for (var second = 1; second <= 120 && (await hosts[0].DeliveriesAsync()).Any(d => d.State is not DeliveryState.HandedOver); second++)
        {
            _clock.MoveTo(Noon + Duration.FromSeconds(second));
            foreach (var host in hosts) Assert.Equal(0, await host.WorkAsync());
        }

        var deliveries = await hosts[0].DeliveriesAsync();
        Assert.All(deliveries, d => Assert.Equal((DeliveryState.HandedOver, 1), (d.State, d.Attempts.Count)));
        Assert.True(deliveries.Select(d => d.Attempts[0].By).Distinct(StringComparer.Ordinal).Count() > 1, "One host sent everything.");
        Assert.Equal(owed, _transport.Taken.Count);
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.True(await hosts[^1].VerifiesAsync());
        foreach (var host in hosts) await host.DisposeAsync();
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    // Each begins elsewhere, so that they meet all the way.
    private static async Task OfferAsync(SharedHost host, string[] ids, int host0)
    {
        foreach (var id in ids.Skip(host0).Concat(ids.Take(host0)))
            await host.Get<GatedDispatcher>().TryAsync(id, CancellationToken.None);
    }
}
