using System.Diagnostics;
using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;
using Xunit.Abstractions;

namespace EndToEnd.Tests;

/// <summary>
/// The kill test: a host that owes 500 deliveries to a server that fails one message in five is killed again and again, at
/// moments that a seed decides. The ledger says of which attempts nobody can know whether they arrived; only they make copies.
/// </summary>
public sealed class KilledDispatchTests(ITestOutputHelper output)
{
    private const int Owed = 500;
    private const int Seed = 20261123;
    private static readonly bool Full = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1";
    private static readonly int Kills = Full ? 100 : 10;

    // The more kills, the slower the server: there must be something under way at the last of them too.
    private static readonly (string Delay, int LongestLife) Pace = Full ? ("1200", 1500) : ("300", 2000);

    [SmtpServerFact]
    public async Task Of_500_owed_deliveries_none_is_forgotten_and_only_attempts_that_were_cut_off_make_copies()
    {
        await using var server = await SmtpServerProcess.StartAsync("--delay", Pace.Delay, "--flaky", Seed.ToString(CultureInfo.InvariantCulture));
        using var data = new DataFolder();
        Assert.Equal(Owed, ManyBoards.Drop(data.Path, boards: 50, plans: 10));
        var watch = Stopwatch.StartNew();
        await OweAsync(server, data);
        var underWay = await KillAsync(server, data);
        var killed = watch.Elapsed;
        await using (var last = await HostProcess.StartAsync(data.Path, Settings(server)))
        {
            await UntilAsync(last, data, deliveries => deliveries.All(d => d.State is DeliveryState.HandedOver));
            Assert.Equal(0, await last.StopAsync());
        }

        var deliveries = await DispatchLedger.ReadAsync(data.Path);
        var kept = server.Messages().ToLookup(m => MimeReader.Read(m).Header("Message-ID")!, m => m, StringComparer.Ordinal);
        var copies = deliveries.Sum(d => Copies(d, kept));
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{deliveries.Count} deliveries, {Kills} kills ({underWay} with attempts under way), {deliveries.Sum(d => d.Attempts.Count)} attempts, "
            + $"{deliveries.Sum(Interrupted)} interrupted, {deliveries.Sum(Unanswered)} unanswered, {copies} copies, "
            + $"{deliveries.Count(d => !kept.Any(k => k.Key.Contains(d.Id, StringComparison.Ordinal)))} forgotten, "
            + $"{killed.TotalSeconds:0} s of kills, {watch.Elapsed.TotalSeconds:0} s in all"));
        Assert.InRange(underWay, Kills / 2, Kills);
    }

    // Killed as soon as all 500 are owed; some have been sent by then.
    private static async Task OweAsync(SmtpServerProcess server, DataFolder data)
    {
        await using var host = await HostProcess.StartAsync(data.Path, Settings(server));
        await UntilAsync(host, data, _ => true);
        await host.KillAsync();
    }

    private static Task UntilAsync(HostProcess host, DataFolder data, Predicate<IReadOnlyList<Delivery>> condition) => Wait.UntilAsync(
        async () =>
        {
            await Task.Delay(900);
            var deliveries = await DispatchLedger.ReadAsync(data.Path);
            return deliveries.Count == Owed && condition(deliveries);
        },
        () => host.Output,
        TimeSpan.FromMinutes(10));

    private static async Task<int> KillAsync(SmtpServerProcess server, DataFolder data)
    {
        var random = new Random(Seed);
        var underWay = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.Path, Settings(server));
            await Task.Delay(random.Next(100, Pace.LongestLife));
            await host.KillAsync();
            if ((await DispatchLedger.ReadAsync(data.Path)).Any(d => d.State is DeliveryState.Claimed)) underWay++;
        }

        return underWay;
    }

    // Every copy is the same message under the same key, and there are no more of them than attempts nobody knows the end of.
    private static int Copies(Delivery delivery, ILookup<string, byte[]> kept)
    {
        var messages = Assert.Single(kept, k => k.Key.Contains(delivery.Id, StringComparison.Ordinal)).ToArray();
        Assert.All(messages, m => Assert.Equal(messages[0], m));
        Assert.InRange(messages.Length, 1, 1 + Interrupted(delivery) + Unanswered(delivery));
        Assert.Single(delivery.Attempts, a => a.Outcome is AttemptOutcome.HandedOver);
        Assert.Equal(Enumerable.Range(1, delivery.Attempts.Count), delivery.Attempts.Select(a => a.Number));
        return messages.Length - 1;
    }

    private static int Interrupted(Delivery delivery) => delivery.Attempts.Count(a => a.Outcome is AttemptOutcome.Interrupted);

    private static int Unanswered(Delivery delivery) => delivery.Attempts.Count(a => a.Code is "smtp.outcome-unknown");

    private static (string, string)[] Settings(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
        ("Smtp__From", "samverkan@alingsas.example"), ("Dispatch__Lease", "00:00:10"), ("Dispatch__Steps", "00:00:01,00:00:02"),
        ("Dispatch__WarnAfterFailures", "50"), ("Dispatch__EndpointAtOnce", "12"), ("Dispatch__EndpointPerMinute", "1000000"),
        ("Dispatch__EndpointFailurePercent", "100"), ("Dispatch__EndpointLeastTries", "1000"), ("DispatchSweepSchedule", "* * * * * *"),
    ];
}
