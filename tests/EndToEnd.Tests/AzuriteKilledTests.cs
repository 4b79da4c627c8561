using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;
using Samverkan.Functions;
using Samverkan.Ledger;
using Samverkan.Storage.Tests.Azure;
using Xunit.Abstractions;

namespace EndToEnd.Tests;

/// <summary>The kill test and the two hosts of the data folder, on a storage account.</summary>
public sealed class AzuriteKilledTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private static readonly bool Full = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1";
    private static readonly int Kills = Full ? 40 : 10;
    private static readonly int Boards = Full ? 50 : 10;

    [AzuriteSmtpFact]
    public async Task Killed_again_and_again_no_delivery_is_forgotten_and_only_attempts_that_were_cut_off_make_copies()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var server = await SmtpServerProcess.StartAsync("--delay", "500", "--flaky", Seed.ToString(CultureInfo.InvariantCulture));
        using var data = new DataFolder();
        var owed = await DropAsync(azurite, data, plans: 4);
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.Path, Settings(server, azurite));
            await Task.Delay(random.Next(100, 2500));
            await host.KillAsync();
        }

        await using var last = await HostProcess.StartAsync(data.Path, Settings(server, azurite));
        var deliveries = await HandedOverAsync(azurite, owed, last);
        var kept = server.Messages().ToLookup(m => MimeReader.Read(m).Header("Message-ID")!, m => m, StringComparer.Ordinal);
        var copies = deliveries.Sum(d => Copies(d, kept));
        await EmptiedAsync(azurite, last);
        Assert.Equal(0, (await HostProcess.RunAsync([("Storage__ConnectionString", azurite.ConnectionString)], "verify", "--data", data.Path)).Code);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{owed} deliveries, {Kills} kills, {deliveries.Sum(d => d.Attempts.Count)} attempts, {deliveries.Sum(CutOff)} cut off, {copies} copies"));
    }

    [AzuriteSmtpFact]
    public async Task Two_hosts_on_one_account_make_no_attempt_twice()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var server = await SmtpServerProcess.StartAsync("--delay", "50");
        using var data = new DataFolder();
        var owed = await DropAsync(azurite, data, plans: 2);
        await using var one = await HostProcess.StartAsync(data.Path, Settings(server, azurite));
        await using var two = await HostProcess.StartAsync(data.Path, Settings(server, azurite));

        var deliveries = await HandedOverAsync(azurite, owed, one);
        Assert.All(deliveries, d => Assert.Single(d.Attempts));
        Assert.Equal(owed, server.Messages().Select(m => MimeReader.Read(m).Header("Message-ID")!).Where(id => deliveries.Any(d => id.Contains(d.Id, StringComparison.Ordinal))).Count());
        Assert.Equal(0, await two.StopAsync());
    }

    private static async Task<int> DropAsync(AzuriteProcess azurite, DataFolder data, int plans)
    {
        var owed = ManyBoards.Drop(data.Path, Boards, plans);
        var inbox = new BlobContainerClient(azurite.ConnectionString, "inkorg");
        await inbox.CreateIfNotExistsAsync();
        foreach (var file in Directory.GetFiles(data.In("inkorg"))) await inbox.UploadBlobAsync(Path.GetFileName(file), new BinaryData(await File.ReadAllBytesAsync(file)));
        Directory.Delete(data.In("inkorg"), recursive: true);
        return owed;
    }

    private static async Task<IReadOnlyList<Delivery>> HandedOverAsync(AzuriteProcess azurite, int owed, HostProcess host)
    {
        IReadOnlyList<Delivery> deliveries = [];
        await Wait.UntilAsync(
            async () =>
            {
                await Task.Delay(500);
                deliveries = await ReadAsync(azurite);
                return deliveries.Count == owed && deliveries.All(d => d.State is DeliveryState.HandedOver);
            },
            () => $"{string.Join('\n', deliveries.GroupBy(d => d.State).Select(g => $"{g.Key} {g.Count()}"))}\n{host.Output}",
            TimeSpan.FromMinutes(Full ? 10 : 3));
        return deliveries;
    }

    // A file that a killed host was taking in is only freed when its claim ends.
    private static Task EmptiedAsync(AzuriteProcess azurite, HostProcess host)
    {
        var inbox = new BlobContainerClient(azurite.ConnectionString, "inkorg");
        return Wait.UntilAsync(
            async () =>
            {
                await Task.Delay(500);
                return !inbox.GetBlobs().Any();
            },
            () => $"{string.Join('\n', inbox.GetBlobs().Select(b => b.Name))}\n{host.Output}",
            TimeSpan.FromMinutes(3));
    }

    private static async Task<IReadOnlyList<Delivery>> ReadAsync(AzuriteProcess azurite)
    {
        var settings = HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:ConnectionString", azurite.ConnectionString)]).Build());
        await using var services = new ServiceCollection().AddLogging().AddSamverkanHost(settings, storage: null, SystemClock.Instance, demo: false).BuildServiceProvider();
        var ledger = services.GetRequiredService<LedgerBook>();
        List<Delivery> deliveries = [];
        await foreach (var head in services.GetRequiredService<ILedgerStore>().HeadsAsync(CancellationToken.None))
            if (head.Stream.AgreementYear is not null) deliveries.AddRange((await ledger.LoadAsync<DeliveryBook>(head.Stream, CancellationToken.None)).All);
        return deliveries;
    }

    // Every copy is the same message under the same key, and there are no more of them than attempts nobody knows the end of.
    private static int Copies(Delivery delivery, ILookup<string, byte[]> kept)
    {
        var messages = Assert.Single(kept, k => k.Key.Contains(delivery.Id, StringComparison.Ordinal)).ToArray();
        Assert.All(messages, m => Assert.Equal(messages[0], m));
        Assert.InRange(messages.Length, 1, 1 + CutOff(delivery));
        Assert.Single(delivery.Attempts, a => a.Outcome is AttemptOutcome.HandedOver);
        Assert.Equal(Enumerable.Range(1, delivery.Attempts.Count), delivery.Attempts.Select(a => a.Number));
        return messages.Length - 1;
    }

    private static int CutOff(Delivery delivery) => delivery.Attempts.Count(a => a.Outcome is AttemptOutcome.Interrupted || a.Code is "smtp.outcome-unknown");

    private static (string, string)[] Settings(SmtpServerProcess server, AzuriteProcess azurite) =>
    [
        ("Storage__ConnectionString", azurite.ConnectionString),
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
        ("Smtp__From", "samverkan@alingsas.example"), ("Dispatch__Lease", "00:00:10"), ("Dispatch__Steps", "00:00:01,00:00:02"),
        ("Dispatch__WarnAfterFailures", "50"), ("Dispatch__EndpointAtOnce", "12"), ("Dispatch__EndpointPerMinute", "1000000"),
        ("Dispatch__EndpointFailurePercent", "100"), ("Dispatch__EndpointLeastTries", "1000"),
        ("DispatchSweepSchedule", "*/2 * * * * *"), ("InboxSweepSchedule", "*/5 * * * * *"),
    ];
}
