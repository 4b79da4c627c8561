using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samverkan.Formats.Mime;

namespace EndToEnd.Tests;

/// <summary>
/// A contact opens the link in a letter and confirms, though the letter was only written to a file and sent by hand; an
/// administrator, signed in by a link of the command line, sees it.
/// </summary>
public sealed partial class ReceiptTests
{
    private const string Site = "http://samverkan.kommun.example";

    [Fact]
    public async Task The_links_of_the_letters_confirm_them_and_the_occurrence_is_fulfilled()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, ("PublicUrl", Site), ("Deadlines__AdoptionWait", "00:00:00"));
        using var browser = await SignInAsync(host, data);
        data.Drop("Verksamhetsplan folkhälsa och social hållbarhet 2023.docx", await File.ReadAllBytesAsync(Sample("2023.docx")));
        await RowAsync(browser, "draft", "writtenToFile", host);
        data.Drop("protokollsutdrag 193.txt", await File.ReadAllBytesAsync(Sample("KS 193.txt")));
        var adopted = await RowAsync(browser, "adopted", "writtenToFile", host);

        var letter = MimeReader.Read(await File.ReadAllBytesAsync(data.In("utkorg", adopted.GetProperty("id").GetString() + ".eml")));
        var link = Link().Match(letter.All().First(p => p.ContentType == "text/plain").Text()).Value;
        Assert.StartsWith($"{Site}/kvittens/", link, StringComparison.Ordinal);
        using var contact = new HttpClient { BaseAddress = host.Address };
        Assert.Contains("Verksamhetsplan", await contact.GetStringAsync(new Uri(link[Site.Length..], UriKind.Relative)), StringComparison.Ordinal);
        await RowAsync(browser, "adopted", "writtenToFile", host);
        using var confirm = new FormUrlEncodedContent([KeyValuePair.Create("namn", "Britta")]);
        using var confirmed = await contact.PostAsync(new Uri(link[Site.Length..], UriKind.Relative), confirm);

        Assert.Contains("Mottagandet är bekräftat", WebUtility.HtmlDecode(await confirmed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await RowAsync(browser, "adopted", "acknowledged", host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await contact.GetAsync(new Uri("/api/deliveries", UriKind.Relative))).StatusCode);
        var page = await browser.GetStringAsync(new Uri("/expediering/" + adopted.GetProperty("id").GetString(), UriKind.Relative));
        Assert.Contains("Kvitterad", page, StringComparison.Ordinal);
        Assert.Contains("av Britta", page, StringComparison.Ordinal);
        var (_, log, _) = await HostProcess.RunAsync("deliveries", "--status", "acknowledged", "--json", "--data", data.Path);
        Assert.Contains("\"acknowledged\"", Assert.Single(log.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(1, await CountAsync(data, "occurrence-fulfilled"));
        var (whole, report, _) = await HostProcess.RunAsync("verify", "--data", data.Path);
        Assert.True(whole == 0, report);
    }

    [Fact]
    public async Task A_sign_in_outlives_a_restart_and_ends_for_all_at_once()
    {
        using var data = new DataFolder();
        (string, string)[] settings = [("PublicUrl", Site)];
        var home = new Uri("/", UriKind.Relative);
        using var jar = new HttpClientHandler { AllowAutoRedirect = false };
        await using (var first = await HostProcess.StartAsync(data.Path, settings))
        {
            using var browser = await SignInAsync(first, data, jar);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(home)).StatusCode);
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await HostProcess.StartAsync(data.Path, settings);
        using var again = new HttpClient(jar, disposeHandler: false) { BaseAddress = second.Address };
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(home)).StatusCode);
        Assert.Equal(0, (await HostProcess.RunAsync("sign-out", "--all", "--data", data.Path)).Code);
        Assert.Equal(HttpStatusCode.Found, (await again.GetAsync(home)).StatusCode);
        Assert.Equal(2, (await HostProcess.RunAsync("sign-in", "--name", "cli:root", "--data", data.Path)).Code);
        Assert.Equal(2, (await HostProcess.RunAsync("sign-in", "--name", "Anna", "--hours", "0", "--data", data.Path)).Code);
    }

    private static async Task<HttpClient> SignInAsync(HostProcess host, DataFolder data, HttpClientHandler? jar = null)
    {
        var (code, output, error) = await HostProcess.RunAsync("sign-in", "--name", "Anna Andersson", "--data", data.Path);
        Assert.True(code == 0, error);
        var path = new Uri(output.Trim()).AbsolutePath;
        var browser = jar is null ? new HttpClient() : new HttpClient(jar, disposeHandler: false);
        browser.BaseAddress = host.Address;
        using var posted = await browser.PostAsync(new Uri(path, UriKind.Relative), content: null);
        Assert.True(posted.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, posted.StatusCode.ToString());
        return browser;
    }

    private static async Task<JsonElement> RowAsync(HttpClient browser, string version, string state, HostProcess host)
    {
        JsonElement? found = null;
        var answer = "";
        await Wait.UntilAsync(
            async () =>
            {
                answer = await browser.GetStringAsync(new Uri("/api/deliveries", UriKind.Relative));
                using var json = JsonDocument.Parse(answer);
                foreach (var row in json.RootElement.GetProperty("deliveries").EnumerateArray())
                    if (row.GetProperty("version").GetString() == version && row.GetProperty("state").GetString() == state) found = row.Clone();
                return found is not null;
            },
            () => $"a delivery {version} {state}, but:\n{answer}\n{host.Output}");
        return found!.Value;
    }

    private static async Task<long> CountAsync(DataFolder data, string type)
    {
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.In("samverkan.db")};Mode=ReadOnly");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM events WHERE type = $type";
        command.Parameters.AddWithValue("$type", type);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Sample(string end) =>
        Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal));

    [GeneratedRegex(@"http://\S+/kvittens/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
