using EndToEnd.Tests;
using NodaTime;
using Samverkan.Dispatch;

namespace Samverkan.Functions.Tests;

/// <summary>A machine whose clock is set back and forth: nothing is tried early, nothing is forgotten.</summary>
public sealed class ClockJumpTests : IClock, IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-clock-").FullName;
    private readonly CountingTransport _transport = new() { Refuses = true };
    private Instant _now = Noon;

    public Instant GetCurrentInstant() => _now;

    [Fact]
    public async Task Set_back_an_hour_what_waits_is_tried_at_its_time_and_not_before()
    {
        await using var host = await FailedOnceAsync();
        var next = (await host.DeliveriesAsync()).Min(d => d.NextAt!.Value);
        _transport.Refuses = false;
        foreach (var at in (Instant[])[Noon - Duration.FromHours(1), Noon, next - Duration.FromSeconds(1)])
        {
            _now = at;
            await host.WorkAsync();
            Assert.Empty(_transport.Taken);
        }

        await ArriveAsync(host, Noon);
    }

    [Fact]
    public async Task Set_ahead_for_days_everything_is_tried_once_and_arrives()
    {
        await using var host = await FailedOnceAsync();
        _transport.Refuses = false;
        await ArriveAsync(host, Noon + Duration.FromDays(3));
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(2, d.Attempts.Count));
    }

    [Fact]
    public async Task What_a_clock_that_ran_a_year_ahead_put_off_is_not_forgotten_when_it_is_set_right()
    {
        _now = Noon + Duration.FromDays(400);
        await using var host = await FailedOnceAsync();
        _transport.Refuses = false;
        await ArriveAsync(host, Noon);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<SharedHost> FailedOnceAsync()
    {
        ManyBoards.Drop(_data, boards: 5, plans: 1);
        var host = new SharedHost(_data, this, _transport);
        await host.TakeInAsync(_data);
        await host.WorkAsync();
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal((DeliveryState.Waiting, 1), (d.State, d.Attempts.Count)));
        return host;
    }

    private async Task ArriveAsync(SharedHost host, Instant from)
    {
        for (_now = from; _now < from + Duration.FromMinutes(4); _now += Duration.FromSeconds(20)) await host.WorkAsync();
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.HandedOver, d.State));
        Assert.Equal(5, _transport.Taken.Count);
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.True(await host.VerifiesAsync());
    }
}
