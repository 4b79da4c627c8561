using EndToEnd.Tests;
using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Storage.Local;
using static System.FormattableString;

namespace Samverkan.Functions.Tests;

/// <summary>A database that is locked and a disk that is full while deliveries are under way: nothing is lost.</summary>
public sealed class DispatchFaultTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-fault-").FullName;
    private readonly CountingTransport _transport = new();
    private readonly SimulatedClock _clock = new(Noon);

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
        _transport.AfterTaking = () => Task.FromResult(held ??= Lock());
        await Assert.ThrowsAnyAsync<IOException>(() => host.Get<Dispatcher>().TryAsync(ids[0], CancellationToken.None));
        _transport.AfterTaking = () => Task.CompletedTask;
        await held!.DisposeAsync();

        await WorkAsync(host, minutes: 10);
        await EachArrivedAsync(host, ids.Length, copies: 1);
        await WasCutAsync(host, ids[0]);
    }

    [Fact]
    public async Task A_full_disk_stops_the_sending_and_when_there_is_room_everything_arrives()
    {
        await using var host = await HostAsync(boards: 20);
        var owed = (await host.DeliveriesAsync()).Count;
        await FillAsync(host);
        Assert.True(await FailsAsync(host), "Nothing failed though the disk was full.");
        Assert.InRange(_transport.Taken.Count, 0, owed - 1);
        Assert.All(await host.DeliveriesAsync(), d => Assert.NotEqual(DeliveryState.HandedOver, d.State));

        await MakeRoomAsync(host);
        await WorkAsync(host, minutes: 10);
        // What of the claims still found a place was sent: that it was cannot be known any more.
        var attempts = (await host.DeliveriesAsync()).SelectMany(d => d.Attempts);
        await EachArrivedAsync(host, owed, copies: attempts.Count(a => a.Outcome is AttemptOutcome.Interrupted));
    }

    [Fact]
    public async Task A_disk_that_becomes_full_between_sending_and_recording_costs_a_copy_under_the_same_key_and_says_so()
    {
        await using var host = await HostAsync();
        var ids = (await host.DeliveriesAsync()).Select(d => d.Id).ToArray();
        _transport.AfterTaking = () => FillAsync(host);
        var fault = await Assert.ThrowsAsync<LocalStorageException>(() => host.Get<Dispatcher>().TryAsync(ids[0], CancellationToken.None));
        Assert.Equal("storage.full", fault.Code);
        Assert.Single(_transport.Taken);
        _transport.AfterTaking = () => Task.CompletedTask;

        await MakeRoomAsync(host);
        await WorkAsync(host, minutes: 10);
        await EachArrivedAsync(host, ids.Length, copies: 1);
        await WasCutAsync(host, ids[0]);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<SharedHost> HostAsync(int boards = 5)
    {
        var owed = ManyBoards.Drop(_data, boards, plans: 2);
        var host = new SharedHost(_data, _clock, _transport);
        await host.TakeInAsync(_data);
        Assert.Equal(owed, (await host.DeliveriesAsync()).Count);
        return host;
    }

    // The file may not grow any more. What is small may still fit into its pages: the end of a try, with such an answer, does not.
    private Task FillAsync(SharedHost host)
    {
        _transport.Answer = "250 " + new string('x', 100_000);
        return SetMostPagesAsync(host, 1);
    }

    private static Task MakeRoomAsync(SharedHost host) => SetMostPagesAsync(host, 1_000_000);

    // SQLite sets no limit below what the file has.
    private static Task SetMostPagesAsync(SharedHost host, int pages) =>
        host.Get<SqliteDatabase>().WriteAsync(session => session.Execute(Invariant($"PRAGMA max_page_count = {pages}")), CancellationToken.None);

    // As its runner, the host goes on where the queue itself cannot be written to.
    private static async Task<bool> FailsAsync(SharedHost host)
    {
        try
        {
            return await host.WorkAsync() > 0;
        }
        catch (IOException)
        {
            return true;
        }
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

    private static async Task WasCutAsync(SharedHost host, string id)
    {
        var cut = (await host.DeliveriesAsync()).Single(d => d.Id == id);
        Assert.Equal([AttemptOutcome.Interrupted, AttemptOutcome.HandedOver], cut.Attempts.Select(a => a.Outcome));
    }

    private async Task EachArrivedAsync(SharedHost host, int owed, int copies)
    {
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.HandedOver, d.State));
        Assert.Equal(owed, _transport.Taken.Count);
        Assert.Equal(copies, _transport.Taken.Values.Sum() - owed);
        Assert.True(await host.VerifiesAsync());
    }
}
