using EndToEnd.Tests;
using NodaTime;
using Samverkan.Deadlines.Simulation;
using Samverkan.Signals;

namespace Samverkan.Functions.Tests;

/// <summary>Whether the composed host says that it cannot do its work, on its own stores and a clock of the test's.</summary>
public sealed class ReadinessTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-ready-").FullName;
    private readonly SimulatedClock _clock = new(Noon);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task What_is_owed_and_left_lying_for_five_minutes_makes_it_unready_until_it_has_been_tried()
    {
        ManyBoards.Drop(_data, boards: 2, plans: 1);
        var transport = new CountingTransport { Refuses = true };
        await using var host = new SharedHost(_data, _clock, transport);
        await host.TakeInAsync(_data);
        Assert.Empty(await ProblemsAsync(host));

        _clock.MoveTo(Noon + Duration.FromMinutes(5) - Duration.FromSeconds(1));
        Assert.Empty(await ProblemsAsync(host));
        _clock.MoveTo(Noon + Duration.FromMinutes(5));
        Assert.Equal(["delivery.late"], await ProblemsAsync(host));

        // Tried in vain is tried: its next try lies ahead.
        Assert.Equal(0, await host.WorkAsync());
        Assert.Empty(await ProblemsAsync(host));
        _clock.MoveTo(Noon + Duration.FromMinutes(20));
        Assert.Equal(["delivery.late"], await ProblemsAsync(host));
        transport.Refuses = false;
        Assert.Equal(0, await host.WorkAsync());
        Assert.Empty(await ProblemsAsync(host));
    }

    [Fact]
    public async Task A_full_disk_makes_it_unready_within_half_a_minute_and_it_heals()
    {
        if (!File.Exists("/dev/full")) return; // The kernel's own device that has no room; other systems have none.
        await using var host = new SharedHost(_data, _clock, new CountingTransport());
        Assert.Empty(await ProblemsAsync(host));

        var probe = Path.Combine(_data, "arkiv", ".tmp", "skrivprov");
        File.CreateSymbolicLink(probe, "/dev/full");
        _clock.MoveTo(Noon + Duration.FromSeconds(30));
        Assert.Equal(["storage.full"], await ProblemsAsync(host));

        File.Delete(probe);
        _clock.MoveTo(Noon + Duration.FromSeconds(60));
        Assert.Empty(await ProblemsAsync(host));
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(SharedHost host) =>
        (await host.Get<Readiness>().ProblemsAsync(default)).Select(p => p.Code);
}
