using EndToEnd.Tests;
using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;

namespace Samverkan.Functions.Tests;

/// <summary>A database that is locked and a disk that is full while deliveries are under way: nothing is lost.</summary>
public sealed class DispatchFaultTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-fault-").FullName;
    private readonly CountingTransport _transport = new();
    private readonly SimulatedClock _clock = new(Noon);
    private bool _full;

    [Fact]
    public async Task While_the_database_is_locked_nothing_is_sent_and_afterwards_everything_once()
    {
        await using var host = await HostAsync();
        var ids = (await host.DeliveriesAsync()).Select(d => d.Id).ToArray();
        var dispatcher = host.Get<Dispatcher>();
        using (Lock())
        {
            await Assert.ThrowsAnyAsync<IOException>(() => dispatcher.TryAsync(ids[0], CancellationToken.None));
            Assert.Empty(_transport.Taken);
        }

        await WorkAsync(host, minutes: 2);
        await EachArrivedAsync(host, ids.Length, copies: 0);
    }

    [Fact]
    public async Task A_lock_between_sending_and_recording_costs_a_copy_under_the_same_key_and_says_so()
    {
        await using var host = await HostAsync();
        var ids = (await host.DeliveriesAsync()).Select(d => d.Id).ToArray();
        SqliteConnection? held = null;
        _transport.AfterTaking = () => held ??= Lock();
        await Assert.ThrowsAnyAsync<IOException>(() => host.Get<Dispatcher>().TryAsync(ids[0], CancellationToken.None));
        _transport.AfterTaking = () => { };
        await held!.DisposeAsync();

        await WorkAsync(host, minutes: 10);
        await EachArrivedAsync(host, ids.Length, copies: 1);
        var cut = (await host.DeliveriesAsync()).Single(d => d.Id == ids[0]);
        Assert.Equal([AttemptOutcome.Interrupted, AttemptOutcome.HandedOver], cut.Attempts.Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_full_disk_stops_the_sending_and_when_there_is_room_everything_arrives_once()
    {
        await using var host = await HostAsync();
        var owed = (await host.DeliveriesAsync()).Count;
        _full = true;
        Assert.True(await host.WorkAsync() > 0, "Nothing failed though the disk was full.");
        Assert.Empty(_transport.Taken);

        _full = false;
        await WorkAsync(host, minutes: 10);
        await EachArrivedAsync(host, owed, copies: 0);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<SharedHost> HostAsync()
    {
        ManyBoards.Drop(_data, boards: 5, plans: 2);
        var host = new SharedHost(_data, _clock, _transport, () => _full ? Task.FromException(new IOException("No space left on device")) : Task.CompletedTask);
        await host.TakeInAsync(_data);
        Assert.Equal(10, (await host.DeliveriesAsync()).Count);
        return host;
    }

    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "samverkan.db")};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }

    private async Task WorkAsync(SharedHost host, int minutes)
    {
        for (var step = 1; step <= minutes * 2; step++)
        {
            _clock.MoveTo(_clock.GetCurrentInstant() + Duration.FromSeconds(30));
            Assert.Equal(0, await host.WorkAsync());
        }
    }

    private async Task EachArrivedAsync(SharedHost host, int owed, int copies)
    {
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.HandedOver, d.State));
        Assert.Equal(owed, _transport.Taken.Count);
        Assert.Equal(copies, _transport.Taken.Values.Sum() - owed);
        Assert.True(await host.VerifiesAsync());
    }
}
