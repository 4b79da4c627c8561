using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samverkan.Tests.Dispatch.Channels.Webhooks;

namespace EndToEnd.Tests;

/// <summary>A running host hands over to a contact's own system and into a contact's folder.</summary>
public sealed class OtherChannelsTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task An_extract_goes_signed_to_a_system_that_fails_at_first_and_whole_into_a_folder()
    {
        var answers = 0;
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = ++answers == 1 ? 503 : 202;
            return Task.CompletedTask;
        });
        using var data = new DataFolder();
        var register = await File.ReadAllTextAsync(data.In("register.json"));
        await File.WriteAllTextAsync(data.In("register.json"), register
            .Replace("\"email\", \"address\": \"diarium@gr.example\"", $"\"webhook\", \"address\": \"http://127.0.0.1:{receiver.Port}/in\"", StringComparison.Ordinal)
            .Replace("\"email\", \"address\": \"hsn-kansli@region.example\"", "\"folder\", \"address\": \"hsn-kansli\"", StringComparison.Ordinal));
        await using var host = await HostProcess.StartAsync(
            data.Path,
            ("PublicUrl", "https://samverkan.alingsas.example/"),
            ("Webhook__Secrets__gr", "whsec_" + Convert.ToBase64String(Key)),
            ("Webhook__AllowPrivate", "127.0.0.1"),
            ("Dispatch__Steps", "00:00:01"),
            ("Deadlines__AdoptionWait", "00:00:00"));
        var extract193 = Sample("KS 193.txt");

        data.Drop("protokollsutdrag 60.txt", Sample("KS 60.txt"));
        data.Drop("protokollsutdrag 193.txt", extract193);

        var webhook = await DeliveredAsync(host, data, "gr");
        Assert.Equal(2, webhook.GetProperty("attempts").GetInt32());
        Assert.Equal(2, receiver.Posts.Count);
        Assert.Single(receiver.Posts.Select(p => Convert.ToHexString(p.Body)).Distinct(StringComparer.Ordinal));
        Check(receiver.Posts.Last(), webhook);

        var folder = await DeliveredAsync(host, data, "hsn-kansli-goteborg");
        var drop = data.In("utlamning", "hsn-kansli", folder.GetProperty("id").GetString()!);
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(drop, "manifest.json")));
        var document = Assert.Single(manifest.RootElement.GetProperty("documents").EnumerateArray());
        var bytes = await File.ReadAllBytesAsync(Path.Combine([drop, .. document.GetProperty("file").GetString()!.Split('/')]));
        Assert.Equal(extract193, bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), document.GetProperty("sha256").GetString());
        Assert.True(File.Exists(Path.Combine(drop, "foljebrev.txt")));

        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    private static void Check(Posted posted, JsonElement row)
    {
        Assert.Equal(row.GetProperty("id").GetString(), posted.Headers["webhook-id"]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{posted.Headers["webhook-id"]}.{posted.Headers["webhook-timestamp"]}."), .. posted.Body];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, signed)), posted.Headers["webhook-signature"]);
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(posted.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.UtcNow - sent, TimeSpan.FromMinutes(-5), TimeSpan.FromMinutes(5));
        using var body = JsonDocument.Parse(posted.Body);
        var data = body.RootElement.GetProperty("data");
        var document = Assert.Single(data.GetProperty("documents").EnumerateArray());
        Assert.Equal(row.GetProperty("documents")[0].GetString(), document.GetProperty("sha256").GetString());
        Assert.StartsWith("https://samverkan.alingsas.example/", document.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("https://samverkan.alingsas.example/", data.GetProperty("receiptUrl").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> DeliveredAsync(HostProcess host, DataFolder data, string to)
    {
        JsonElement? found = null;
        await Wait.UntilAsync(
            async () =>
            {
                // With PublicUrl the API asks for a sign-in; the command line reads the same rows.
                var lines = (await HostProcess.RunAsync("deliveries", "--json", "--status", "handedOver", "--data", data.Path)).Output.Split('\n');
                found = lines.Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement).Cast<JsonElement?>().FirstOrDefault(r => r!.Value.GetProperty("to").GetString() == to);
                return found is not null;
            },
            () => $"a delivery to {to} handed over:\n{host.Output}",
            TimeSpan.FromSeconds(120));
        return found!.Value;
    }

    private static byte[] Sample(string end) =>
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal)));
}
