using System.Threading.RateLimiting;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Tests.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Endpoints;

/// <summary>Who waits for a permit, and how long. Time stands still but where it is moved on.</summary>
public sealed class EndpointPermitsTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(250);

    private readonly HandTime _time = new();
    private readonly EndpointPermits _permits;

    public EndpointPermitsTests() => _permits = new EndpointPermits(1, _time);

    public void Dispose() => _permits.Dispose();

    [Fact]
    public async Task As_many_as_a_host_has_in_hand_wait_for_the_one_permit_that_comes_and_goes()
    {
        var held = await TakeAsync();
        var others = Enumerable.Range(0, 200).Select(_ => TakeAsync()).ToArray();
        Assert.DoesNotContain(others, other => other.IsCompleted);
        foreach (var other in others)
        {
            held.Dispose();
            held = await other;
            Assert.True(held.IsAcquired);
        }
    }

    [Fact]
    public async Task Whoever_runs_out_of_patience_is_refused_and_leaves_its_place_to_the_next()
    {
        var held = await TakeAsync();
        var impatient = TakeAsync();
        _time.Ring();
        Assert.False((await impatient).IsAcquired);
        var next = TakeAsync();
        held.Dispose();
        Assert.True((await next).IsAcquired);
    }

    [Fact]
    public async Task At_an_endpoint_that_has_not_moved_for_a_second_nobody_waits()
    {
        using var held = await TakeAsync();
        _time.Forward(TimeSpan.FromSeconds(1.1));
        var other = TakeAsync();
        Assert.True(other.IsCompleted);
        Assert.False((await other).IsAcquired);
    }

    [Fact]
    public async Task A_quick_endpoint_is_worth_a_second_and_a_slow_one_a_moment()
    {
        Assert.Equal(Long, _permits.Patience);
        await MoveAsync(TimeSpan.FromMilliseconds(5));
        Assert.Equal(Long, _permits.Patience);
        await MoveAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(Short, _permits.Patience);
        await MoveAsync(TimeSpan.FromMilliseconds(5));
        Assert.Equal(Long, _permits.Patience);
    }

    [Fact]
    public async Task That_nobody_came_for_a_while_makes_no_endpoint_slow()
    {
        for (var i = 0; i < 20; i++)
        {
            (await TakeAsync()).Dispose();
            _time.Forward(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(Long, _permits.Patience);
    }

    private async Task MoveAsync(TimeSpan interval)
    {
        for (var i = 0; i < 60; i++)
        {
            var held = await TakeAsync();
            var next = TakeAsync();
            _time.Forward(interval);
            held.Dispose();
            (await next).Dispose();
        }
    }

    private Task<RateLimitLease> TakeAsync() => _permits.TakeAsync(CancellationToken.None).AsTask();
}
