using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>What a mail server puts off, and what it keeps without anybody hearing of it: tried again, and seen for what it was.</summary>
public sealed class UncertainDeliveryTests
{
    [SmtpServerFact]
    public async Task What_the_server_puts_off_at_any_step_arrives_once_and_every_answer_is_in_the_log()
    {
        var tries = await TryAsync("--fail", "mail=451*1", "--fail", "rcpt:n-1@kommun.example=450*1", "--fail", "data=452*1");
        Assert.Equal(["451", "450", "452"], tries.Delivery.Attempts.SkipLast(1).Select(a => a.Answer![..3]));
        Assert.All(tries.Delivery.Attempts.SkipLast(1), a => Assert.Equal(AttemptOutcome.Transient, a.Outcome));
        Assert.Equal(AttemptOutcome.HandedOver, tries.Delivery.Attempts[^1].Outcome);
        Assert.Single(tries.Messages);
    }

    [SmtpServerFact]
    public async Task A_connection_cut_before_the_answer_makes_one_copy_with_the_same_id_and_bytes()
    {
        var tries = await TryAsync("--cut", "1");
        Assert.Equal([MailCodes.OutcomeUnknown, MailCodes.Accepted], tries.Delivery.Attempts.Select(a => a.Code));
        Assert.Equal(2, tries.Messages.Count);
        Assert.Equal(tries.Messages[0], tries.Messages[1]);
        Assert.Contains(tries.Delivery.Id, MimeReader.Read(tries.Messages[0]).Header("Message-ID"), StringComparison.Ordinal);
    }

    private static async Task<(Delivery Delivery, IReadOnlyList<byte[]> Messages)> TryAsync(params string[] faults)
    {
        await using var server = await SmtpServerProcess.StartAsync(faults);
        using var data = new DataFolder();
        ManyBoards.Drop(data.Path, boards: 1, plans: 1);
        await using var host = await HostProcess.StartAsync(
            data.Path,
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
            ("Smtp__From", "samverkan@alingsas.example"), ("Dispatch__Steps", "00:00:01"), ("DispatchSweepSchedule", "* * * * * *"));
        await DeliveryRows.UntilAsync(host, rows => rows.Any(r => DeliveryRows.State(r) == "handedOver"));
        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
        return (Assert.Single(await DispatchLedger.ReadAsync(data.Path)), server.Messages());
    }
}
