using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>Messages that the mail server took and that come back later, as reports to the address that they were sent from.</summary>
public sealed class BouncedDeliveryTests
{
    [SmtpServerFact]
    public async Task What_comes_back_is_told_goes_the_other_way_and_is_mended_and_a_forged_report_is_set_aside()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        using var data = new DataFolder();
        ManyBoards.WriteRegister(data.Path, boards: 3, plans: 1, Reserve);
        ManyBoards.DropExtracts(data.Path, plans: 1);
        await using var host = await HostProcess.StartAsync(data.Path, Settings(server));
        var rows = await DeliveryRows.UntilAsync(host, all => all.Count == 3 && all.All(r => DeliveryRows.State(r) == "handedOver"));
        string One(string to) => DeliveryRows.Id(rows.Single(r => DeliveryRows.To(r) == to));

        // Without another way it waits for a person, who is told.
        Report(data, "1", Sent(server, "n-1@kommun.example"), "n-1@kommun.example");
        await DeliveryRows.UntilAsync(host, One("n-1"), "bounced");
        var (page, proof) = (await PageAsync(host, $"/expediering/{One("n-1")}"), await PageAsync(host, $"/expediering/{One("n-1")}/intyg"));
        Assert.Contains("Mejlet studsade", page, StringComparison.Ordinal);
        Assert.All([page, proof], p => Assert.Contains("5.1.1 smtp; 550 5.1.1 No such user", p, StringComparison.Ordinal));
        await Wait.UntilAsync(() => Task.FromResult(Notices(server).Any(n => n.Contains("studsade", StringComparison.Ordinal) && n.Contains("Styrelse 1", StringComparison.Ordinal))), () => host.Output);

        // With one it goes there, and may come back from there too; a late copy of the first report says nothing of that.
        Report(data, "2", Sent(server, "n-2@kommun.example"), "n-2@kommun.example");
        await DeliveryRows.UntilAsync(host, all => all.Single(r => DeliveryRows.Id(r) == One("n-2")) is var r && DeliveryRows.State(r) == "handedOver" && r.GetProperty("attempts").GetInt32() == 2);
        Report(data, "3", Sent(server, "n-2@kommun.example"), "n-2@kommun.example");
        await GoneAsync(data, host);
        Assert.Equal("handedOver", DeliveryRows.State((await DeliveryRows.ReadAsync(host)).Single(r => DeliveryRows.Id(r) == One("n-2"))));
        Report(data, "4", Sent(server, "reserv@kommun.example"), "reserv@kommun.example");
        await DeliveryRows.UntilAsync(host, One("n-2"), "bounced");

        var forged = Sent(server, "n-3@kommun.example");
        Report(data, "5", (Other(forged.From), forged.Message), "n-3@kommun.example");
        await Wait.UntilAsync(() => Task.FromResult(File.Exists(data.In("studsar", "avvisade", "5.eml.orsak.txt"))), () => host.Output);
        Assert.Equal("handedOver", DeliveryRows.State((await DeliveryRows.ReadAsync(host)).Single(r => DeliveryRows.Id(r) == One("n-3"))));

        Assert.Equal(0, (await HostProcess.RunAsync("contact", "n-1", "--email", "ny-1@kommun.example", "--resend", "--data", data.Path)).Code);
        await DeliveryRows.UntilAsync(host, all => all.Any(r => DeliveryRows.To(r) == "n-1" && DeliveryRows.State(r) == "handedOver"));
        Sent(server, "ny-1@kommun.example");
        await CertificateAsync(data, One("n-2"), bounces: 2);
        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    private static async Task<string> PageAsync(HostProcess host, string path) =>
        WebUtility.HtmlDecode(await host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static string Reserve(string register) => register.Replace(
        "\"n-2@kommun.example\" }", "\"n-2@kommun.example\" }, \"fallback\": { \"type\": \"email\", \"address\": \"reserv@kommun.example\" }", StringComparison.Ordinal);

    private static (string From, byte[] Message) Sent(SmtpServerProcess server, string to)
    {
        var (envelope, message) = Assert.Single(server.Received(), m => m.Envelope.GetProperty("to")[0].GetString() == to);
        return (envelope.GetProperty("from").GetString()!, message);
    }

    private static IEnumerable<string> Notices(SmtpServerProcess server) => server.Received()
        .Where(m => m.Envelope.GetProperty("to")[0].GetString() == "ansvarig@kommun.example")
        .Select(m => MimeReader.Read(m.Message).All().First(p => p.ContentType == "text/plain").Text());

    // As a mail system writes it (RFC 3464), with the message that came back in it; put in place whole.
    private static void Report(DataFolder data, string name, (string From, byte[] Message) sent, string recipient)
    {
        var head = $"""
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mejl.kommun.example>
            To: {sent.From}
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b7"

            --b7
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.
            --b7
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mejl.kommun.example
            Arrival-Date: Mon, 23 Nov 2026 05:00:00 +0100

            Final-Recipient: rfc822; {recipient}
            Original-Recipient: rfc822;{recipient}
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.kommun.example
            Diagnostic-Code: smtp; 550 5.1.1 No such user

            --b7
            Content-Type: message/rfc822

            """.ReplaceLineEndings("\r\n");
        var folder = Directory.CreateDirectory(data.In("studsar")).FullName;
        var part = Path.Combine(folder, name + ".part");
        File.WriteAllBytes(part, [.. Encoding.ASCII.GetBytes(head), .. "\r\n"u8, .. sent.Message, .. "\r\n--b7--\r\n"u8]);
        File.Move(part, Path.Combine(folder, name + ".eml"));
    }

    private static Task GoneAsync(DataFolder data, HostProcess host) => Wait.UntilAsync(
        () => Task.FromResult(!Directory.EnumerateFiles(data.In("studsar"), "*.eml", SearchOption.AllDirectories).Any()), () => host.Output);

    // Another signature: the last character before the @ is changed.
    private static string Other(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal) - 1;
        return address[..at] + (address[at] == 'a' ? 'b' : 'a') + address[(at + 1)..];
    }

    private static async Task CertificateAsync(DataFolder data, string id, int bounces)
    {
        var file = data.In("intyg.json");
        Assert.Equal(0, (await HostProcess.RunAsync("certificate", id, "--out", file, "--data", data.Path)).Code);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var attempts = json.RootElement.GetProperty("delivery").GetProperty("attempts").EnumerateArray().ToArray();
        Assert.Equal(bounces, attempts.Count(a => a.GetProperty("bounce").ValueKind is JsonValueKind.Object));
        Assert.All(attempts, a => Assert.Equal("5.1.1 smtp; 550 5.1.1 No such user", a.GetProperty("bounce").GetProperty("answer").GetString()));
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--certificate", file)).Code);
    }

    private static (string, string)[] Settings(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
        ("Smtp__From", "samverkan@alingsas.example"), ("Smtp__BounceAddress", "studs@alingsas.example"),
        ("DispatchSweepSchedule", "* * * * * *"), ("InboxSweepSchedule", "* * * * * *"), ("DeadlineSweepSchedule", "*/5 * * * * *"),
    ];
}
