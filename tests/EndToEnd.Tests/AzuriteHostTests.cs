using System.Text.Json;
using Azure.Storage.Blobs;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;
using Samverkan.Storage.Tests.Azure;

namespace EndToEnd.Tests;

/// <summary>The same story as on a data folder, from the same command, with a connection string.</summary>
public sealed class AzuriteHostTests
{
    [AzuriteSmtpFact]
    public async Task The_samples_dropped_into_the_container_arrive_by_mail_whole_though_the_storage_goes_away_meanwhile()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var server = await SmtpServerProcess.StartAsync();
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, Settings(server, azurite));
        var inbox = new BlobContainerClient(azurite.ConnectionString, "inkorg");
        var (plan, extract) = (await SampleAsync("2023.docx"), await SampleAsync("KS 193.txt"));

        await inbox.UploadBlobAsync("protokollsutdrag 60.txt", new BinaryData(await SampleAsync("KS 60.txt")));
        await DeliveredAsync(host, 2);
        await inbox.UploadBlobAsync("ks/Verksamhetsplan folkhälsa och social hållbarhet 2023.docx", new BinaryData(plan));
        await Task.Delay(300);
        await azurite.StopAsync();
        await Task.Delay(2000);
        await azurite.RestartAsync();
        await DeliveredAsync(host, 3);
        await inbox.UploadBlobAsync("protokollsutdrag 193.txt", new BinaryData(extract));
        var deliveries = await DeliveredAsync(host, 11);

        Assert.Equal(1, deliveries.Count(d => d.GetProperty("version").GetString() == "adopted"));
        await Wait.UntilAsync(() => Task.FromResult(!inbox.GetBlobs().Any()), () => "The inbox was not emptied.", TimeSpan.FromMinutes(2));
        var mails = server.Messages().Select(m => MimeReader.Read(m)).ToArray();
        var adopted = Assert.Single(mails, m => m.Header("Subject")!.StartsWith("Fastställd", StringComparison.Ordinal));
        Assert.Equal([plan, extract], adopted.All().Where(p => p.IsAttachment).Select(p => p.Content().ToArray()));
        Assert.Equal(0, await host.StopAsync());
        Assert.False(File.Exists(data.In("samverkan.db")));
        var (code, output, error) = await HostProcess.RunAsync([("Storage__ConnectionString", azurite.ConnectionString)], "verify", "--data", data.Path);
        Assert.True(code == 0, output + error);
        Assert.Contains("Liggaren håller", output, StringComparison.Ordinal);

        var moved = await HostProcess.RunAsync([("Storage__ConnectionString", azurite.ConnectionString)], "migrate", "--to", "folder", "--data", data.Path);
        Assert.True(moved.Code == 0, moved.Output + moved.Error);
        var (there, lines, _) = await HostProcess.RunAsync("verify", "--data", data.Path);
        Assert.Equal((0, output), (there, lines));
    }

    [AzuriteSmtpFact]
    public async Task A_connection_that_does_not_work_is_one_line_that_names_the_setting()
    {
        using var data = new DataFolder();
        foreach (var wrong in (string[])["nyckel", "AccountName=a;AccountKey=hemlig", "AccountName=a;AccountKey=aGVtbGln;TableEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a"])
        {
            var (code, _, error) = await HostProcess.RunAsync([("Storage__ConnectionString", wrong)], "run", "--data", data.Path, "--urls", "http://127.0.0.1:0");
            Assert.Equal(1, code);
            Assert.Contains("Storage:ConnectionString", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
            Assert.DoesNotContain("hemlig", error, StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> DeliveredAsync(HostProcess host, int count)
    {
        JsonElement[] rows = [];
        await Wait.UntilAsync(
            async () =>
            {
                using var answer = await host.Http.GetAsync(new Uri("/api/deliveries?size=100", UriKind.Relative));
                if (!answer.IsSuccessStatusCode) return false;
                using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                rows = [.. json.RootElement.GetProperty("deliveries").EnumerateArray().Select(e => e.Clone())];
                return rows.Count(r => r.GetProperty("state").GetString() == "handedOver") == count;
            },
            () => $"{count} deliveries handed over, but:\n{string.Join('\n', rows)}\n{host.Output}",
            TimeSpan.FromSeconds(120));
        return rows;
    }

    private static (string, string)[] Settings(SmtpServerProcess server, AzuriteProcess azurite) =>
    [
        ("Storage__ConnectionString", azurite.ConnectionString),
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Smtp__Security", "Off"), ("Smtp__From", "samverkan@alingsas.example"), ("Deadlines__AdoptionWait", "00:00:00"),
        ("Dispatch__Lease", "00:00:10"), ("DispatchSweepSchedule", "*/5 * * * * *"), ("InboxSweepSchedule", "*/5 * * * * *"),
    ];

    private static Task<byte[]> SampleAsync(string end) => File.ReadAllBytesAsync(
        Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal)));
}
