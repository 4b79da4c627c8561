using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class LocalDispatchQueueTests : DispatchQueueContract, IDisposable
{
    private static readonly Duration Hidden = Duration.FromMinutes(5);

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_received_message_is_hidden_from_all_until_its_time_is_over()
    {
        var (queue, other) = (Open(), Open());
        await queue.EnqueueAsync(["a"], Now, default);

        var first = Assert.Single(await queue.ReceiveAsync(Now, 10, Hidden, default));
        Assert.Equal(("a", 1), (first.DeliveryId, first.Dequeues));
        Assert.Empty(await queue.ReceiveAsync(Now, 10, Hidden, default));
        Assert.Empty(await other.ReceiveAsync(Now + Hidden - Duration.FromTicks(1), 10, Hidden, default));

        var second = Assert.Single(await other.ReceiveAsync(Now + Hidden, 10, Hidden, default));
        Assert.Equal(("a", 2), (second.DeliveryId, second.Dequeues));
        Assert.False(await queue.DeleteAsync(first, default));
        Assert.True(await other.DeleteAsync(second, default));
        Assert.Null(await queue.NextAsync(default));
    }

    [Fact]
    public async Task What_is_put_on_the_queue_while_it_is_worked_on_outlives_the_delete()
    {
        var queue = Open();
        await queue.EnqueueAsync(["a"], Now, default);
        var first = Assert.Single(await queue.ReceiveAsync(Now, 10, Hidden, default));

        await queue.EnqueueAsync(["a"], Now + Duration.FromHours(2), default);
        Assert.True(await queue.DeleteAsync(first, default));

        Assert.Empty(await queue.ReceiveAsync(Now + Duration.FromHours(1), 10, Hidden, default));
        var again = Assert.Single(await queue.ReceiveAsync(Now + Duration.FromHours(2), 10, Hidden, default));
        Assert.Equal(("a", 1), (again.DeliveryId, again.Dequeues));
    }

    [Fact]
    public async Task ReceiveAsync_gives_the_longest_visible_first_and_no_more_than_asked()
    {
        var queue = Open();
        foreach (var (id, minutes) in (List<(string, int)>)[("c", 3), ("a", 1), ("b", 2)])
            await queue.EnqueueAsync([id], Now - Duration.FromMinutes(10 - minutes), default);

        Assert.Equal(["a", "b"], (await queue.ReceiveAsync(Now, 2, Hidden, default)).Select(m => m.DeliveryId));
        Assert.Equal(["c"], (await queue.ReceiveAsync(Now, 2, Hidden, default)).Select(m => m.DeliveryId));
    }

    [Fact]
    public async Task Two_hosts_never_receive_the_same_message()
    {
        LocalDispatchQueue[] hosts = [Open(), Open()];
        var ids = Enumerable.Range(0, 400).Select(i => $"d{i}").ToArray();
        await hosts[0].EnqueueAsync(ids, Now, default);

        var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await hosts[i % 2].ReceiveAsync(Now, 7, Hidden, default) is { Count: > 0 } some) mine.AddRange(some.Select(m => m.DeliveryId));
            return mine;
        })));

        Assert.Equal(ids.Order(StringComparer.Ordinal), received.SelectMany(r => r).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NextAsync_tells_when_something_comes_in_sight()
    {
        var queue = Open();
        Assert.Null(await queue.NextAsync(default));
        await queue.EnqueueAsync(["a"], Now + Duration.FromHours(1), default);
        Assert.Equal(Now + Duration.FromHours(1), await queue.NextAsync(default));
    }

    protected override IDispatchQueue Create() => Open();

    protected override async Task<IReadOnlyList<string>> TakeAsync(IDispatchQueue queue, Instant now)
    {
        var local = (LocalDispatchQueue)queue;
        var messages = await local.ReceiveAsync(now, 100, Hidden, default);
        foreach (var message in messages) Assert.True(await local.DeleteAsync(message, default));
        return [.. messages.Select(m => m.DeliveryId)];
    }

    private LocalDispatchQueue Open() => new(_data.Open());
}
