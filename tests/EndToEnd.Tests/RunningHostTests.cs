using System.Text.Json;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A registrar drops files into a running host, and a real mail server receives what follows.</summary>
public sealed class RunningHostTests
{
    [SmtpServerFact]
    public async Task The_samples_dropped_into_a_running_host_arrive_by_mail_whole() =>
        await PlayAsync(File.ReadAllBytes(Sample("KS 60.txt")), File.ReadAllBytes(Sample("KS 193.txt")));

    [SharedSmtpServerFact]
    public async Task The_real_extracts_dropped_into_a_running_host_arrive_by_mail_whole() =>
        await PlayAsync(
            await File.ReadAllBytesAsync(Shared.Minutes("alingsas-ks-060-2021.txt")),
            await File.ReadAllBytesAsync(Shared.Minutes("alingsas-ks-193-2022.txt")));

    private static async Task PlayAsync(byte[] extract60, byte[] extract193)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, Mail(server));
        var plan = await File.ReadAllBytesAsync(Sample("2023.docx"));

        data.Drop("protokollsutdrag 60.txt", extract60);
        await DeliveredAsync(host, 2);
        data.Drop("Verksamhetsplan folkhälsa och social hållbarhet 2023.docx", plan);
        await DeliveredAsync(host, 3);
        data.Drop("protokollsutdrag 193.txt", extract193);
        var deliveries = await DeliveredAsync(host, 11);

        Assert.Equal(
            [
                "adopted vgr-folkhalsa", "decision barn-och-ungdomsnamnden", "decision gr", "decision hsn-kansli-goteborg",
                "decision kultur-och-utbildningsnamnden", "decision miljoskyddsnamnden", "decision samhallsbyggnadsnamnden",
                "decision socialnamnden", "decision socialnamnden", "decision vard-och-omsorgsnamnden", "draft vgr-folkhalsa",
            ],
            deliveries.Select(d => $"{d.GetProperty("version")} {d.GetProperty("to")}").Order(StringComparer.Ordinal));
        await Wait.UntilAsync(
            () => Task.FromResult(!Directory.EnumerateFiles(data.In("inkorg"), "*", SearchOption.AllDirectories).Any()), () => "The inbox was not emptied.");

        var mails = server.Messages().Select(m => MimeReader.Read(m)).Where(m => m.Header("Auto-Submitted") is null || m.All().Any(p => p.IsAttachment)).ToArray();
        var adopted = Assert.Single(mails, m => m.Header("Subject")!.StartsWith("Fastställd", StringComparison.Ordinal));
        Assert.Equal([plan, extract193], adopted.All().Where(p => p.IsAttachment).Select(p => p.Content().ToArray()));
        Assert.Equal("folkhalsa@region.example", Assert.Single(adopted.Mailboxes("To")).Address.ToString());
        Assert.Contains("Beslutsdatum framgår inte", adopted.All().First(p => p.ContentType == "text/plain").Text(), StringComparison.Ordinal);
        var draft = Assert.Single(mails, m => m.Header("Subject")!.StartsWith("UTKAST", StringComparison.Ordinal));
        Assert.Equal(plan, Assert.Single(draft.All(), p => p.IsAttachment).Content().ToArray());
        var decision = Assert.Single(mails, m => m.Mailboxes("To").Any(to => to.Address.ToString() == "hsn-kansli@region.example"));
        Assert.Equal(extract193, Assert.Single(decision.All(), p => p.IsAttachment).Content().ToArray());

        Assert.Equal(0, await host.StopAsync());
        await Tampering.IsFoundAsync(data);
    }

    private static async Task<IReadOnlyList<JsonElement>> DeliveredAsync(HostProcess host, int count)
    {
        JsonElement[] rows = [];
        await Wait.UntilAsync(
            async () =>
            {
                var lines = (await host.Http.GetStringAsync(new Uri("/api/deliveries", UriKind.Relative))).Trim();
                rows = [.. Rows(lines)];
                return rows.Count(r => r.GetProperty("state").GetString() == "handedOver") == count;
            },
            () => $"{count} deliveries handed over, but:\n{string.Join('\n', rows)}\n{host.Output}");
        return rows;
    }

    private static IEnumerable<JsonElement> Rows(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return [.. (json.RootElement.ValueKind is JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("deliveries"))
            .EnumerateArray().Select(e => e.Clone())];
    }

    private static (string, string)[] Mail(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Smtp__Security", "Off"), ("Smtp__From", "samverkan@alingsas.example"), ("Deadlines__AdoptionWait", "00:00:00"),
    ];

    private static string Sample(string end) =>
        Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal));
}
