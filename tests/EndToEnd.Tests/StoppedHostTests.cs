using System.Diagnostics;
using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>
/// A host that is stopped as a service manager does it (SIGTERM), with more owed than it can send: it ends
/// within seconds whatever the mail server does, lets finish what finishes soon, and leaves the rest to the next host.
/// </summary>
public sealed class StoppedHostTests
{
    private const int Owed = 60;

    // What is in hand may take 10 s more; then 3 s for the stop and 3 s for QUIT; the rest is for a busy machine.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    [SmtpServerFact]
    public async Task What_is_under_way_is_finished_and_recorded_before_the_host_ends()
    {
        await using var server = await SmtpServerProcess.StartAsync("--delay", "4000");
        using var data = new DataFolder();
        var stopped = await StopInTheMiddleAsync(server, data);

        Assert.Equal(0, stopped.Code);
        var deliveries = await DispatchLedger.ReadAsync(data.Path);
        Assert.DoesNotContain(deliveries, d => d.State is DeliveryState.Claimed);
        Assert.Equal(server.Messages().Count, deliveries.Count(d => d.State is DeliveryState.HandedOver));
        Assert.All(deliveries.SelectMany(d => d.Attempts), a => Assert.Equal(AttemptOutcome.HandedOver, a.Outcome));
        Assert.Contains(deliveries, d => d.State is DeliveryState.Owed);
    }

    [SmtpServerFact]
    public async Task What_a_server_holds_for_a_minute_is_left_to_its_lease_and_taken_over_by_the_next_host()
    {
        using var data = new DataFolder();
        await using (var tarpit = await SmtpServerProcess.StartAsync("--delay", "60000"))
        {
            var stopped = await StopInTheMiddleAsync(tarpit, data);
            Assert.Equal(0, stopped.Code);
            Assert.InRange(stopped.Took, TimeSpan.Zero, Most);
            Assert.Contains("abandoned to its lease", stopped.Output, StringComparison.Ordinal);
            Assert.Empty(tarpit.Messages());
        }

        var cut = (await DispatchLedger.ReadAsync(data.Path)).Where(d => d.State is DeliveryState.Claimed).Select(d => d.Id).ToArray();
        Assert.NotEmpty(cut);
        await using var server = await SmtpServerProcess.StartAsync();
        await using var next = await HostProcess.StartAsync(data.Path, Settings(server));
        await Wait.UntilAsync(
            async () => (await DispatchLedger.ReadAsync(data.Path)).All(d => d.State is DeliveryState.HandedOver), () => next.Output, TimeSpan.FromSeconds(120));

        Assert.Equal(0, await next.StopAsync());
        var deliveries = await DispatchLedger.ReadAsync(data.Path);
        Assert.All(deliveries.Where(d => cut.Contains(d.Id, StringComparer.Ordinal)), d => Assert.Equal(
            [AttemptOutcome.Interrupted, AttemptOutcome.HandedOver], d.Attempts.Select(a => a.Outcome)));
        Assert.Equal(Owed, server.Messages().Select(m => MimeReader.Read(m).Header("Message-ID")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Owed, server.Messages().Count);
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    [SmtpServerFact]
    public async Task A_server_that_refuses_everything_does_not_hold_the_host()
    {
        await using var server = await SmtpServerProcess.StartAsync("--fail", "mail=451");
        using var data = new DataFolder();
        var stopped = await StopInTheMiddleAsync(server, data);

        Assert.Equal(0, stopped.Code);
        Assert.InRange(stopped.Took, TimeSpan.Zero, Most);
        Assert.DoesNotContain(await DispatchLedger.ReadAsync(data.Path), d => d.State is DeliveryState.Claimed);
    }

    private static async Task<(int? Code, TimeSpan Took, string Output)> StopInTheMiddleAsync(SmtpServerProcess server, DataFolder data)
    {
        Assert.Equal(Owed, ManyBoards.Drop(data.Path, boards: Owed, plans: 1));
        await using var host = await HostProcess.StartAsync(data.Path, Settings(server));
        await Wait.UntilAsync(() => Task.FromResult(host.Output.Split("attempt 1 begins").Length > 10), () => host.Output);
        var watch = Stopwatch.StartNew();
        var code = await host.StopAsync();
        return (code, watch.Elapsed, host.Output);
    }

    private static (string, string)[] Settings(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
        ("Smtp__From", "samverkan@alingsas.example"), ("Dispatch__Lease", "00:00:15"), ("Dispatch__Steps", "00:00:01,00:00:02"),
        ("Dispatch__EndpointAtOnce", "12"), ("Dispatch__EndpointPerMinute", "1000000"), ("Dispatch__EndpointLeastTries", "1000"),
        ("DispatchSweepSchedule", "* * * * * *"),
    ];
}
