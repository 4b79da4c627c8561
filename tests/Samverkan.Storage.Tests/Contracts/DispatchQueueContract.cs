using NodaTime;
using Samverkan.Dispatch;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>
/// What every dispatch queue does. The receiving side differs (a port of the host, not of the product), so a suite
/// tells how its store receives. Two calls of Create stand for two hosts on the same storage.
/// </summary>
public abstract class DispatchQueueContract
{
    protected static readonly Instant Now = Instant.FromUtc(2022, 12, 1, 5, 0);

    protected abstract IDispatchQueue Create();

    /// <summary>Receives and deletes what is in sight.</summary>
    protected abstract Task<IReadOnlyList<string>> TakeAsync(IDispatchQueue queue, Instant now);

    [Fact]
    public async Task What_is_put_on_the_queue_is_received()
    {
        await Create().EnqueueAsync(["a.2023.1", "a.2023.2", "a.2023.3"], Now - Duration.FromHours(1), default);

        Assert.Equal(["a.2023.1", "a.2023.2", "a.2023.3"], (await TakeAsync(Create(), Now)).Order(StringComparer.Ordinal));
        Assert.Empty(await TakeAsync(Create(), Now));
    }

    [Fact]
    public async Task A_message_is_not_received_before_its_moment()
    {
        var queue = Create();
        await queue.EnqueueAsync(["a.2023.1"], Now + Duration.FromMinutes(1), default);

        Assert.Empty(await TakeAsync(queue, Now));
        Assert.Equal(["a.2023.1"], await TakeAsync(queue, Now + Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task One_that_is_there_already_is_received_no_later_than_asked()
    {
        var queue = Create();
        await queue.EnqueueAsync(["a.2023.1"], Now + Duration.FromHours(1), default);
        await queue.EnqueueAsync(["a.2023.1"], Now, default);
        await queue.EnqueueAsync(["a.2023.1"], Now + Duration.FromHours(2), default);

        Assert.Equal("a.2023.1", (await TakeAsync(queue, Now))[0]);
    }

    [Fact]
    public async Task Nothing_is_put_on_the_queue_for_no_deliveries()
    {
        await Create().EnqueueAsync([], Now, default);
        Assert.Empty(await TakeAsync(Create(), Now));
    }
}
