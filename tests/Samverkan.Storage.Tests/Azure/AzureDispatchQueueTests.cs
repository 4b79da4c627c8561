using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Azure;

[RunsOnAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class AzureDispatchQueueTests(AzuriteFixture azurite) : DispatchQueueContract, IAsyncLifetime
{
    private AzureAccount? _account;
    private Instant _begun;

    protected override Instant Start => _begun;

    protected override Duration Moment => Duration.FromSeconds(2);

    public async Task InitializeAsync()
    {
        _account = new AzureAccount(await azurite.NewAsync());
        _begun = SystemClock.Instance.GetCurrentInstant();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [AzuriteFact]
    public async Task A_received_message_is_out_of_sight_until_it_is_deleted_or_its_time_is_up()
    {
        var queue = Queue();
        await queue.EnqueueAsync(["a.2023.1"], Start, default);
        var first = Assert.Single(await Queue().ReceiveAsync(Start, 8, Duration.FromSeconds(1), default));
        Assert.Equal(("a.2023.1", 1), (first.DeliveryId, first.Dequeues));
        Assert.Empty(await Queue().ReceiveAsync(Start, 8, Duration.FromSeconds(1), default));

        await Task.Delay(2000);
        var second = Assert.Single(await Queue().ReceiveAsync(Start, 8, Duration.FromMinutes(1), default));
        Assert.Equal(2, second.Dequeues);
        Assert.False(await queue.DeleteAsync(first, default));
        Assert.True(await queue.DeleteAsync(second, default));
        Assert.False(await queue.DeleteAsync(second, default));
    }

    [AzuriteFact]
    public async Task What_is_due_in_a_month_is_put_on_the_queue_and_hidden()
    {
        await Queue().EnqueueAsync(["a.2023.1"], Start + Duration.FromDays(30), default);
        Assert.Empty(await Queue().ReceiveAsync(Start, 8, Duration.FromSeconds(1), default));
        Assert.Equal(1, (await _account!.Queue(AzureNames.DispatchQueue).GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [AzuriteTheory]
    [InlineData(-6)]
    [InlineData(6)]
    public async Task A_host_whose_clock_is_hours_off_hides_a_message_for_as_long_as_it_means_to(int hours)
    {
        var clock = new StoppedClock(Start + Duration.FromHours(hours));
        var queue = new AzureDispatchQueue(_account!, clock);
        await queue.EnqueueAsync(["a.2023.1"], clock.GetCurrentInstant(), default);
        await queue.EnqueueAsync(["a.2023.2"], clock.GetCurrentInstant() + Duration.FromHours(1), default);
        Assert.Equal(["a.2023.1"], await TakeAsync(queue, Start));
    }

    protected override IDispatchQueue Create() => Queue();

    protected override async Task<IReadOnlyList<string>> TakeAsync(IDispatchQueue queue, Instant now)
    {
        // The service counts in whole seconds.
        if (now > Start) await Task.Delay((now - SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(1.5)).ToTimeSpan());
        List<string> taken = [];
        var receiver = (IDispatchReceiver)queue;
        while (await receiver.ReceiveAsync(now, 32, Duration.FromMinutes(1), default) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.DeliveryId);
                Assert.True(await receiver.DeleteAsync(message, default));
            }
        }

        return taken;
    }

    private AzureDispatchQueue Queue() => new(_account!, SystemClock.Instance);
}
