using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>Several hosts, each a process of its own, on one data folder: a real mail server counts what they send.</summary>
public sealed class HostsTogetherTests
{
    [SmtpServerTheory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Every_file_is_taken_once_no_attempt_is_made_twice_and_every_delivery_arrives_once(int count)
    {
        await using var server = await SmtpServerProcess.StartAsync("--delay", "500");
        using var data = new DataFolder();
        const int owed = 40 * 4;
        ManyBoards.WriteRegister(data.Path, boards: 40, plans: 4);
        var hosts = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => HostProcess.StartAsync(data.Path, Settings(server))));
        ManyBoards.DropExtracts(data.Path, plans: 4);
        try
        {
            await Wait.UntilAsync(
                async () =>
                {
                    await Task.Delay(900);
                    var all = await DispatchLedger.ReadAsync(data.Path);
                    return all.Count == owed && all.All(d => d.State is DeliveryState.HandedOver);
                },
                () => string.Join("\n\n", hosts.Select(h => h.Output)),
                TimeSpan.FromMinutes(5));
            foreach (var code in await Task.WhenAll(hosts.Select(h => h.StopAsync()))) Assert.Equal(0, code);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }

        var deliveries = await DispatchLedger.ReadAsync(data.Path);
        Assert.All(deliveries, d => Assert.Equal(AttemptOutcome.HandedOver, Assert.Single(d.Attempts).Outcome));
        Assert.True(deliveries.Select(d => d.Attempts[0].By).Distinct(StringComparer.Ordinal).Count() == count, "Some host sent nothing.");
        var keys = server.Messages().Select(m => MimeReader.Read(m).Header("Message-ID")!).ToArray();
        Assert.Equal((owed, owed), (keys.Length, keys.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    private static (string, string)[] Settings(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
        ("Smtp__From", "samverkan@alingsas.example"), ("Dispatch__EndpointPerMinute", "1000000"), ("DispatchSweepSchedule", "* * * * * *"),
    ];
}
