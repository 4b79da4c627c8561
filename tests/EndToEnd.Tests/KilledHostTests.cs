using System.Text.Json;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>A host that is killed again and again, at moments that a seed decides.</summary>
public sealed class KilledHostTests
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1" ? 40 : 5;

    [SmtpServerFact]
    public async Task Killed_at_any_moment_it_loses_nothing_and_sends_copies_only_of_what_was_cut_off()
    {
        await using var server = await SmtpServerProcess.StartAsync("--delay", "40");
        using var data = new DataFolder();
        var random = new Random(20221212);
        foreach (var sample in Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")))
            data.Drop(Path.GetFileName(sample)[17..], await File.ReadAllBytesAsync(sample));

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.Path, Mail(server));
            await Task.Delay(random.Next(1500, 5500));
            await host.KillAsync();
        }

        await using var last = await HostProcess.StartAsync(data.Path, Mail(server));
        JsonElement[] rows = [];
        await Wait.UntilAsync(
            async () =>
            {
                rows = await DeliveriesAsync(last);
                return Arrived(rows) && rows.All(r => r.GetProperty("state").GetString() == "handedOver" || IsReplacedDraft(r))
                    && !Directory.EnumerateFiles(data.In("inkorg"), "*", SearchOption.AllDirectories).Any();
            },
            () => $"{rows.Length} deliveries: {string.Join('\n', rows)}\n{last.Output}",
            TimeSpan.FromSeconds(120));

        var copies = server.Messages().Select(m => MimeReader.Read(m).Header("Message-ID")!).GroupBy(id => id, StringComparer.Ordinal).ToArray();
        foreach (var row in rows)
        {
            var sent = copies.SingleOrDefault(c => c.Key.Contains(row.GetProperty("id").GetString()!, StringComparison.Ordinal))?.Count() ?? 0;
            Assert.InRange(sent, IsReplacedDraft(row) ? 0 : 1, row.GetProperty("attempts").GetInt32());
        }

        Assert.Equal(0, await last.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    // The extract may be taken before the plan: then there never was a draft.
    private static bool Arrived(JsonElement[] rows) =>
        rows.Count(r => r.GetProperty("version").GetString() == "adopted") == 2
        && rows.Count(r => r.GetProperty("version").GetString() == "decision") == 9
        && rows.Count(r => r.GetProperty("version").GetString() == "draft") <= 1;

    // A draft that had not been handed over when the adopted version became owed is not sent.
    private static bool IsReplacedDraft(JsonElement row) =>
        row.GetProperty("state").GetString() == "replaced" && row.GetProperty("version").GetString() == "draft";

    private static async Task<JsonElement[]> DeliveriesAsync(HostProcess host)
    {
        using var json = JsonDocument.Parse(await host.Http.GetStringAsync(new Uri("/api/deliveries?size=100", UriKind.Relative)));
        return [.. json.RootElement.GetProperty("deliveries").EnumerateArray().Select(e => e.Clone())];
    }

    private static (string, string)[] Mail(SmtpServerProcess server) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Smtp__Security", "Off"), ("Smtp__From", "samverkan@alingsas.example"), ("Deadlines__AdoptionWait", "00:00:00"),
        ("Dispatch__Lease", "00:00:10"), ("Dispatch__Steps", "00:00:01,00:00:02"), ("DispatchSweepSchedule", "* * * * * *"), ("DeadlineSweepSchedule", "* * * * * *"),
    ];
}
