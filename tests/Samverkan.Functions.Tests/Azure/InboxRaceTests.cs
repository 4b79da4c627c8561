using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Samverkan.Functions.Triggers;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>The blob trigger of one host and the inbox sweep of another after one file, which may be written over meanwhile.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class InboxRaceTests(AzuriteFixture azurite)
{
    private const int Seed = 20261123;
    private const int Densely = 12;
    private const string File = "utdrag.txt";
    private static readonly bool Full = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1";
    private readonly PassingPolicy _between = new();

    [AzuriteFact]
    public async Task Whenever_the_sweep_comes_while_the_trigger_takes_a_file_it_is_taken_once()
    {
        var account = await azurite.NewAsync();
        await using var triggered = await HostAsync(account, plans: 1);
        await using var swept = new AzureHost(account, new CountingTransport());
        var paragraph = 0;
        foreach (var moment in await MomentsAsync(triggered, ++paragraph))
        {
            await triggered.DropAsync(File, Extract(1, ++paragraph));
            await TakeAsync(triggered, moment, () => swept.Get<InboxSweep>().RunAsync(default));
            await swept.Get<InboxSweep>().RunAsync(default);
            Assert.Equal(1, (await TakenAsync(triggered)).Count(hash => hash == HashOf(1, paragraph)));
        }

        await AssertDoneAsync(triggered, owed: 1 + paragraph);
    }

    [AzuriteFact]
    public async Task A_file_that_is_written_over_at_any_moment_is_taken_as_it_is_then_and_once()
    {
        var account = await azurite.NewAsync();
        await using var triggered = await HostAsync(account, plans: 1);
        await using var swept = new AzureHost(account, new CountingTransport());
        var paragraph = 0;
        foreach (var moment in await MomentsAsync(triggered, ++paragraph))
        {
            var (first, second) = (++paragraph, ++paragraph);
            await triggered.DropAsync(File, Extract(1, first));
            await TakeAsync(triggered, moment, async () =>
            {
                // As where the host slept past its lease: else the service refuses, which its own test shows.
                await BreakLeaseAsync(triggered);
                await triggered.DropAsync(File, Extract(1, second));
                await swept.Get<InboxSweep>().RunAsync(default);
            });
            await swept.Get<InboxSweep>().RunAsync(default);
            var taken = await TakenAsync(triggered);
            Assert.Equal(1, taken.Count(hash => hash == HashOf(1, second)));
            Assert.InRange(taken.Count(hash => hash == HashOf(1, first)), 0, 1);
        }

        Assert.Equal(0, await Inbox(triggered).GetBlobsAsync().CountAsync());
        Assert.True(await triggered.VerifiesAsync());
    }

    [AzuriteFact]
    public async Task Files_written_over_at_random_while_triggers_and_sweeps_race_are_taken_once_a_version_and_none_is_lost()
    {
        const int Files = 4;
        const int Versions = 6;
        var account = await azurite.NewAsync();
        await using var one = await HostAsync(account, Files);
        await using var two = new AzureHost(account, new CountingTransport());
        using var written = new CancellationTokenSource();
        Task[] hosts = [SweepAsync(one, written.Token), SweepAsync(two, written.Token)];
        await Task.WhenAll(Enumerable.Range(1, Files).Select(file => Task.Run(async () =>
        {
            var random = new Random(Seed + file);
            for (var version = 1; version <= Versions; version++)
            {
                await WriteAsync(one, Name(file), Extract(file, (100 * file) + version));
                await Task.WhenAll(new[] { one, two }.Select(host => new PlanIntakeTrigger(host.Get<FileIntake>()).RunAsync(Stream.Null, Name(file), default)));
                await Task.Delay(random.Next(0, 60));
            }
        })));
        await written.CancelAsync();
        await Task.WhenAll(hosts);
        await one.Get<InboxSweep>().RunAsync(default);

        var taken = await TakenAsync(one);
        Assert.Equal(taken.Distinct(), taken);
        Assert.All(Enumerable.Range(1, Files), file => Assert.Contains(HashOf(file, (100 * file) + Versions), taken));
        await AssertDoneAsync(one, owed: taken.Count);

        static string Name(int file) => string.Create(CultureInfo.InvariantCulture, $"utdrag {file}.txt");
    }

    // The requests of one undisturbed taking are the moments at which another can come: all of them until the file is filed.
    private async Task<IReadOnlyList<int>> MomentsAsync(AzureHost host, int paragraph)
    {
        await host.DropAsync(File, Extract(1, paragraph));
        _between.Reset();
        await new PlanIntakeTrigger(host.Get<FileIntake>()).RunAsync(Stream.Null, File, default);
        return [.. Enumerable.Range(1, _between.Count).Where(moment => Full || moment <= Densely || moment % 4 == 0)];
    }

    private async Task TakeAsync(AzureHost host, int moment, Func<Task> meanwhile)
    {
        _between.Reset();
        _between.Interfere = (number, _) =>
        {
            if (number != moment) return Interference.None;
            _between.Interfere = null;
            Task.Run(meanwhile).GetAwaiter().GetResult();
            return Interference.None;
        };
        try
        {
            await new PlanIntakeTrigger(host.Get<FileIntake>()).RunAsync(Stream.Null, File, default);
        }
        catch (RequestFailedException)
        {
            // The function failed, and the file stays for the sweep.
        }

        _between.Interfere = null;
    }

    private async Task<AzureHost> HostAsync(AzureStorageOptions account, int plans)
    {
        var host = new AzureHost(account, new CountingTransport(), _between);
        await host.OweAsync(boards: 1, plans);
        return host;
    }

    private static async Task SweepAsync(AzureHost host, CancellationToken written)
    {
        while (!written.IsCancellationRequested) await host.Get<InboxSweep>().RunAsync(default);
    }

    // A claimed file is not written over: the service refuses, and who writes tries again.
    private static async Task WriteAsync(AzureHost host, string name, byte[] content)
    {
        while (true)
        {
            try
            {
                await host.DropAsync(name, content);
                return;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                await Task.Delay(5);
            }
        }
    }

    private static async Task BreakLeaseAsync(AzureHost host)
    {
        try
        {
            await Inbox(host).GetBlobClient(File).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409)
        {
            // It is not claimed yet, or not any more.
        }
    }

    // A file that both placed is a duplicate the second time: nothing is owed for it.
    private static async Task<IReadOnlyList<DocumentHash>> TakenAsync(AzureHost host) =>
        await host.Get<LedgerBook>().EventsAsync(StreamId.Inbox, default).Select(e => e.Event).OfType<FileAccepted>()
            .Where(e => !e.Duplicate).Select(e => e.File).ToListAsync();

    private static async Task AssertDoneAsync(AzureHost host, int owed)
    {
        Assert.Equal(0, await Inbox(host).GetBlobsAsync().CountAsync());
        Assert.Equal(owed, (await host.DeliveriesAsync()).Count);
        Assert.True(await host.VerifiesAsync());
    }

    private static BlobContainerClient Inbox(AzureHost host) => host.Get<AzureAccount>().Container(AzureNames.Inbox);

    private static DocumentHash HashOf(int plan, int paragraph) => DocumentHash.Of(Extract(plan, paragraph));

    private static byte[] Extract(int plan, int paragraph) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"""
        § {1000 + paragraph}  2026.{100 + plan} KS

        Handlingsplan {plan}

        Beslut
        Handlingsplan {plan} godkänns, omgång {paragraph}.

        Expedieras till
        Samtliga styrelser
        """));
}
