using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>Several hosts on one storage account: the claim in the ledger decides, whatever each believes it knows.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class HostsOnOneAccountTests(AzuriteFixture azurite)
{
    private readonly CountingTransport _transport = new();

    [AzuriteFact]
    public async Task No_attempt_is_made_twice_though_every_host_is_offered_every_delivery()
    {
        var account = await azurite.NewAsync();
        AzureHost[] hosts = [new(account, _transport), new(account, _transport), new(account, _transport)];
        var ids = await hosts[0].OweAsync(boards: 8, plans: 2);
        await Task.WhenAll(hosts.Select((host, i) => Task.Run(async () =>
        {
            // Each begins elsewhere, so that they meet all the way.
            foreach (var id in ids.Skip(i).Concat(ids.Take(i))) await host.Get<GatedDispatcher>().TryAsync(id, default);
        })));

        var deliveries = await hosts[1].DeliveriesAsync();
        Assert.All(deliveries, d => Assert.Equal((DeliveryState.HandedOver, 1), (d.State, d.Attempts.Count)));
        Assert.Equal(ids.Length, _transport.Taken.Count);
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.Equal(ids.Length, (await hosts[2].Get<IDeliveryLog>().CountAsync(default))[DeliveryState.HandedOver]);
        Assert.True(await hosts[2].VerifiesAsync());
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [AzuriteFact]
    public async Task A_host_that_knows_an_older_state_does_not_claim_what_another_has_sent()
    {
        var account = await azurite.NewAsync();
        await using var stale = new AzureHost(account, _transport);
        await using var quick = new AzureHost(account, _transport);
        var ids = await stale.OweAsync(boards: 3, plans: 1);
        foreach (var id in ids) Assert.NotNull((await quick.Get<GatedDispatcher>().TryAsync(id, default)).Outcome);

        // Its first append is on the old head, which is another by now: it conflicts, and the stream is read.
        foreach (var id in ids) Assert.Null((await stale.Get<GatedDispatcher>().TryAsync(id, default)).Outcome);
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.All(await stale.DeliveriesAsync(), d => Assert.Single(d.Attempts));
        Assert.True(await quick.VerifiesAsync());
    }
}
