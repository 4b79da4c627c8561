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

    /// <summary>When the suite begins: any time, or the machine's where the store has a clock of its own.</summary>
    protected virtual Instant Start => Now;

    /// <summary>How long a message is hidden.</summary>
    protected virtual Duration Moment => Duration.FromMinutes(1);

    /// <summary>Receives and deletes what is in sight, once it is that time.</summary>
    protected abstract Task<IReadOnlyList<string>> TakeAsync(IDispatchQueue queue, Instant now);

    [ContractFact]
    public async Task What_is_put_on_the_queue_is_received()
    {
        await Create().EnqueueAsync(["a.2023.1", "a.2023.2", "a.2023.3"], Start - Duration.FromHours(1), default);

        Assert.Equal(["a.2023.1", "a.2023.2", "a.2023.3"], (await TakeAsync(Create(), Start)).Order(StringComparer.Ordinal));
        Assert.Empty(await TakeAsync(Create(), Start));
    }

    [ContractFact]
    public async Task A_message_is_not_received_before_its_moment()
    {
        var queue = Create();
        await queue.EnqueueAsync(["a.2023.1"], Start + Moment, default);

        Assert.Empty(await TakeAsync(queue, Start));
        Assert.Equal(["a.2023.1"], await TakeAsync(queue, Start + Moment));
    }

    [ContractFact]
    public async Task One_that_is_there_already_is_received_no_later_than_asked()
    {
        var queue = Create();
        await queue.EnqueueAsync(["a.2023.1"], Start + Duration.FromHours(1), default);
        await queue.EnqueueAsync(["a.2023.1"], Start, default);
        await queue.EnqueueAsync(["a.2023.1"], Start + Duration.FromHours(2), default);

        Assert.Equal("a.2023.1", (await TakeAsync(queue, Start))[0]);
    }

    [ContractFact]
    public async Task Nothing_is_put_on_the_queue_for_no_deliveries()
    {
        await Create().EnqueueAsync([], Start, default);
        Assert.Empty(await TakeAsync(Create(), Start));
    }
}
