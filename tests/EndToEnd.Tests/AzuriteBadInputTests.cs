using System.Net;
using Azure.Storage.Blobs;
using Samverkan.Storage.Tests.Azure;

namespace EndToEnd.Tests;

/// <summary>A storage account that cannot be used, at start and while the host runs.</summary>
public sealed class AzuriteBadInputTests
{
    [AzuriteSmtpFact]
    public async Task At_start_it_is_one_line_that_names_the_setting_and_the_remedy()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        using var data = new DataFolder();
        var endpoints = string.Join(';', azurite.ConnectionString.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal)));
        foreach (var (settings, remedy) in (((string, string)[], string)[])
        [
            ([("Storage__ConnectionString", "AccountName=devstoreaccount1;AccountKey=aGVtbGln;" + endpoints)], "Kontrollera nyckeln eller signaturen"),
            ([("Storage__ConnectionString", endpoints + ";SharedAccessSignature=sv=2021-08-06&ss=bqt&srt=sco&sp=rwdlacu&se=2020-01-01T00:00:00Z&sig=aGVtbGln")], "Kontrollera nyckeln eller signaturen"),
            ([("Storage__ConnectionString", azurite.ConnectionString), ("Storage__CreateMissing", "false")], "Kör mallen i infra/ igen"),
        ])
        {
            var (code, _, error) = await HostProcess.RunAsync(settings, "run", "--data", data.Path, "--urls", "http://127.0.0.1:0");
            Assert.Equal(1, code);
            var line = Assert.Single(error.Trim().Split('\n'));
            Assert.Contains("Storage:ConnectionString", line, StringComparison.Ordinal);
            Assert.Contains(remedy, line, StringComparison.Ordinal);
            Assert.DoesNotContain("aGVtbGln", line, StringComparison.Ordinal);
        }
    }

    [AzuriteSmtpFact]
    public async Task While_it_runs_it_is_not_ready_and_comes_back_by_itself()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, ("Storage__ConnectionString", azurite.ConnectionString));
        await ReadyAsync(host, HttpStatusCode.OK);

        await azurite.StopAsync();
        await ReadyAsync(host, HttpStatusCode.ServiceUnavailable);
        await azurite.RestartAsync();
        await ReadyAsync(host, HttpStatusCode.OK);

        var inbox = new BlobContainerClient(azurite.ConnectionString, "inkorg");
        await inbox.DeleteAsync();
        await ReadyAsync(host, HttpStatusCode.ServiceUnavailable);
        await inbox.CreateAsync();
        await ReadyAsync(host, HttpStatusCode.OK);
        await inbox.UploadBlobAsync("strunt.txt", new BinaryData("Ingen handling."));
        await Wait.UntilAsync(async () => !(await inbox.GetBlobClient("strunt.txt").ExistsAsync()).Value, () => host.Output, TimeSpan.FromSeconds(90));
    }

    private static Task ReadyAsync(HostProcess host, HttpStatusCode expected) => Wait.UntilAsync(
        async () =>
        {
            using var answer = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == expected;
        },
        () => $"{expected}, but:\n{host.Output}",
        TimeSpan.FromSeconds(90));
}
