using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Desk;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Functions.LocalHost;
using Samverkan.Functions.Triggers;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>What becomes of messages that keep failing in the host.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class PoisonTests(AzuriteFixture azurite)
{
    private readonly CountingTransport _transport = new();

    [AzuriteFact]
    public async Task A_delivery_with_tries_left_is_tried_again_in_its_time_however_often_its_message_comes()
    {
        await using var host = new AzureHost(await azurite.NewAsync(), _transport);
        var id = (await host.OweAsync(boards: 1, plans: 1))[0];
        await Poison(host, id);
        await Poison(host, id);
        var delivery = Assert.Single(await host.DeliveriesAsync());
        Assert.Equal((DeliveryState.Waiting, 1, PoisonDesk.Failed), (delivery.State, delivery.Attempts.Count, delivery.LastCode));
        Assert.InRange(delivery.NextAt!.Value - SystemClock.Instance.GetCurrentInstant(), Duration.Zero, Duration.FromSeconds(75));
        Assert.Equal(DeliveryState.Waiting, (await host.Get<IDeliveryLog>().FindAsync(id, default))!.State);
        Assert.True(await host.VerifiesAsync());
    }

    [AzuriteFact]
    public async Task A_delivery_whose_tries_are_spent_needs_a_person_once_however_often_its_message_comes()
    {
        var account = await azurite.NewAsync();
        await using var host = new AzureHost(account, _transport, change: OneTry);
        var id = (await host.OweAsync(boards: 1, plans: 1))[0];
        var poison = host.Get<AzureAccount>().Queue(AzureNames.PoisonQueue);
        await poison.SendMessageAsync(id);
        var message = (await poison.ReceiveMessageAsync()).Value.Body.ToString();
        await using var other = new AzureHost(account, _transport, change: OneTry);
        await Task.WhenAll(Poison(host, message), Poison(other, message));
        await Poison(host, message);

        var delivery = Assert.Single(await host.DeliveriesAsync());
        Assert.Equal((DeliveryState.NeedsPerson, 1, PoisonDesk.Failed), (delivery.State, delivery.Attempts.Count, delivery.Attempts[0].Code));
        Assert.Equal(DeliveryState.NeedsPerson, (await host.Get<IDeliveryLog>().FindAsync(id, default))!.State);
        var resent = await host.Get<DeliveryDesk>().ResendAsync(id, "felet är rättat", "Anna", default);
        Assert.NotNull(resent.As);
        await Poison(host, message);
        Assert.Equal(DeliveryState.Owed, (await host.DeliveriesAsync()).Single(d => d.Id == resent.As).State);
        Assert.True(await host.VerifiesAsync());
    }

    [AzuriteFact]
    public async Task A_delivery_that_was_handed_over_meanwhile_is_left_as_it_is()
    {
        await using var host = new AzureHost(await azurite.NewAsync(), _transport);
        var id = (await host.OweAsync(boards: 1, plans: 1))[0];
        await host.Get<GatedDispatcher>().TryAsync(id, default);
        await Poison(host, id);
        Assert.Equal((DeliveryState.HandedOver, 1), Assert.Single((await host.DeliveriesAsync()).Select(d => (d.State, d.Attempts.Count))));
    }

    [AzuriteFact]
    public async Task A_message_that_is_no_delivery_is_kept_where_it_is_seen_and_once()
    {
        await using var host = new AzureHost(await azurite.NewAsync(), _transport);
        var id = (await host.OweAsync(boards: 1, plans: 1))[0];
        string[] strange = ["", "skräp\r\nFrom: ond", id[..^1] + "é", "plan-1.agreement.00000000000000000000", "{\"id\":1}", new string('a', 60_000)];
        foreach (var message in strange.Concat(strange)) await Poison(host, message);

        var waiting = (await host.Get<LedgerBook>().LoadAsync<InboxHistory>(StreamId.Inbox, default)).Quarantined.Values;
        Assert.Equal(strange.Length, waiting.Count());
        Assert.All(waiting, file => Assert.Equal(IntakeCodes.StrayMessage, file.Code));
        Assert.Equal(DeliveryState.Owed, Assert.Single(await host.DeliveriesAsync()).State);
        await using var kept = await host.Get<IQuarantine>().OpenAsync(waiting.Single(f => f.Size == 8).Id, default);
        Assert.Equal("{\"id\":1}", await new StreamReader(kept!).ReadToEndAsync());
    }

    [AzuriteFact]
    public async Task The_embedded_host_hands_what_keeps_failing_to_the_same_function()
    {
        var queue = new OneMessage();
        await using var host = new AzureHost(await azurite.NewAsync(), _transport, change: services => services.RemoveAll<GatedDispatcher>());
        queue.Message = new QueuedDelivery((await host.OweAsync(boards: 1, plans: 1))[0], Dequeues: 10, "receipt");
        using var runner = new QueueRunner(new FunctionInvoker(host.Get<IServiceScopeFactory>()), queue, SystemClock.Instance, NullLogger<QueueRunner>.Instance);
        await ((IHostedService)runner).StartAsync(default);
        await queue.Deleted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await runner.StopAsync(default);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await host.DeliveriesAsync()).State);
    }

    private static void OneTry(IServiceCollection services) =>
        services.AddSingleton(new DispatchOptions { Steps = [Duration.FromSeconds(1)], GiveUpAfter = Duration.Zero });

    private static Task Poison(AzureHost host, string message) => new DispatchPoisonTrigger(host.Get<PoisonDesk>()).RunAsync(message, default);

    private sealed class OneMessage : IDispatchReceiver
    {
        public QueuedDelivery? Message { get; set; }

        public TaskCompletionSource Deleted { get; } = new();

        public Task<IReadOnlyList<QueuedDelivery>> ReceiveAsync(Instant now, int most, Duration hideFor, CancellationToken cancellation)
        {
            var message = Message;
            Message = null;
            return Task.FromResult<IReadOnlyList<QueuedDelivery>>(message is null ? [] : [message]);
        }

        public Task<bool> DeleteAsync(QueuedDelivery message, CancellationToken cancellation) => Task.FromResult(Deleted.TrySetResult());
    }
}
