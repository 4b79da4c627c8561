using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>What the mail server refuses for good, and what a person then does about it on the pages and with the commands.</summary>
public sealed class RefusedDeliveryTests
{
    private const string Refused = "godtog inte mottagarens adress";

    [ChromiumSmtpFact]
    public async Task A_refused_delivery_says_why_is_mended_on_its_page_and_its_certificate_holds_alone()
    {
        await using var server = await SmtpServerProcess.StartAsync("--fail", "rcpt:n-1@kommun.example=550", "--fail", "rcpt:n-2@kommun.example=550");
        using var data = new DataFolder();
        await using var host = await StartAsync(server, data, boards: 3, plans: 2);
        var rows = await StoppedAsync(host, ("n-1", 2), ("n-2", 2));
        var first = DeliveryRows.Id(rows.First(r => DeliveryRows.To(r) == "n-1"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsing.LaunchAsync(playwright);
        foreach (var width in Browsing.Widths) await ReadAsync(browser, width, host, data, first);

        await using var context = await Browsing.ContextAsync(browser, width: 1280);
        var page = await context.NewPageAsync();
        await Browsing.SignInAsync(page, host, data);
        await page.GotoAsync(new Uri(host.Address, $"/expediering/{first}").ToString());
        await page.GetByText("Rätta kontakten och skicka igen").ClickAsync();
        await page.GetByLabel("Adress, webbadress eller mappens namn").FillAsync("ny-1@kommun.example");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Rätta och skicka igen" }).ClickAsync();
        var again = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        Assert.NotEqual(first, again);
        await DeliveryRows.UntilAsync(host, again, "handedOver");

        // What else waits for a person goes from the contact's own page, in one.
        await page.GotoAsync(new Uri(host.Address, "/kontakt/n-1").ToString());
        await page.GetByText("Skicka allt igen").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka allt igen" }).ClickAsync();
        await DeliveryRows.UntilAsync(host, all => all.Count(r => DeliveryRows.To(r) == "n-1" && DeliveryRows.State(r) == "handedOver") == 2);
        Assert.Equal(2, server.Received().Count(m => m.Envelope.GetProperty("to")[0].GetString() == "ny-1@kommun.example"));
        await HoldsAloneAsync(data, again, "\"Anna Andersson\"");
        await HoldsAloneAsync(data, first, again);
        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    [SmtpServerFact]
    public async Task The_commands_take_refused_deliveries_in_hand_one_and_many_while_the_host_runs()
    {
        string[] failing = [.. Enumerable.Range(1, 5).SelectMany(i => (string[])["--fail", $"rcpt:n-{i.ToString(CultureInfo.InvariantCulture)}@kommun.example=550"])];
        await using var server = await SmtpServerProcess.StartAsync(failing);
        using var data = new DataFolder();
        await using var host = await StartAsync(server, data, boards: 6, plans: 2);
        var rows = await StoppedAsync(host, ("n-1", 2), ("n-2", 2), ("n-3", 2), ("n-4", 2), ("n-5", 2));
        string One(string to) => DeliveryRows.Id(rows.First(r => DeliveryRows.To(r) == to));

        await SaysAsync("2 av 2 expedieringar till n-1 skickas igen", data, "contact", "n-1", "--email", "ny-1@kommun.example", "--resend");
        await SaysAsync("2 av 2 expedieringar till n-2 är återkallade", data, "cancel", "--contact", "n-2", "--reason", "Styrelsen är nedlagd");
        await SaysAsync("2 av 2 expedieringar till n-3 är antecknade som kvitterade", data, "acknowledge", "--contact", "n-3", "--reason", "Lämnat på papper");
        await SaysAsync("är antecknad som kvitterad", data, "acknowledge", One("n-4"), "--reason", "Lämnat på papper");
        await SaysAsync("skickas igen av tjänsten", data, "resend", One("n-5"), "--reason", "Brevlådan sägs fungera");
        await RefusesAsync("resend.already", data, "resend", One("n-5"));
        await RefusesAsync("cancel.handed-over", data, "cancel", One("n-6"), "--reason", "För sent");
        await RefusesAsync("contact.unknown", data, "contact", "finns-inte", "--email", "a@kommun.example");
        await SaysAsync("Ingen expediering till n-3 väntar på person", data, "resend", "--contact", "n-3");

        var left = await DeliveryRows.UntilAsync(host, all => Count(all, "n-1", "handedOver") == 2 && Count(all, "n-5", "needsPerson") == 2);
        Assert.Equal((2, 2, 1, 1), (Count(left, "n-2", "cancelled"), Count(left, "n-3", "acknowledged"), Count(left, "n-4", "acknowledged"), Count(left, "n-4", "needsPerson")));
        Assert.Equal((2, 1), (Count(left, "n-1", "replaced"), Count(left, "n-5", "replaced")));
        Assert.Equal(2, server.Received().Count(m => m.Envelope.GetProperty("to")[0].GetString() == "ny-1@kommun.example"));
        await SaysAsync("Ingen expediering med felkoden smtp.auth-refused väntar på person", data, "resend", "--failure", "smtp.auth-refused");
        await SaysAsync("3 av 3 expedieringar med felkoden smtp.recipient-refused skickas igen", data, "resend", "--failure", "smtp.recipient-refused");
        await HoldsAloneAsync(data, One("n-2"), "Styrelsen är nedlagd");
        await HoldsAloneAsync(data, One("n-3"), "Lämnat på papper");
        await HandsOverAsync(data, One("n-4"));
        Assert.Equal(0, await host.StopAsync());
        await Tampering.IsFoundAsync(data);
    }

    // What a reader and an administrator see, with all its forms open, on a telephone and on a desk.
    private static async Task ReadAsync(IBrowser browser, int width, HostProcess host, DataFolder data, string id)
    {
        await using var context = await Browsing.ContextAsync(browser, width);
        var page = await context.NewPageAsync();
        foreach (var isAdministrator in (bool[])[false, true])
        {
            if (isAdministrator) await Browsing.SignInAsync(page, host, data);
            foreach (var path in (string[])[$"/expediering/{id}", $"/expediering/{id}/intyg", "/kontakt/n-1"])
            {
                await page.GotoAsync(new Uri(host.Address, path).ToString());
                await Browsing.UnfoldAsync(page);
                await Browsing.CheckAsync(page, $"{path} {(isAdministrator ? "administrator" : "reader")}", width);
                var stops = await Browsing.TabThroughAsync(page);
                Assert.DoesNotContain(stops, s => s.StartsWith("UNSHOWN", StringComparison.Ordinal));
                Assert.Equal(isAdministrator && !path.EndsWith("intyg", StringComparison.Ordinal), stops.Contains("input adress", StringComparer.Ordinal));
            }
        }

        await page.GotoAsync(new Uri(host.Address, $"/expediering/{id}").ToString());
        var text = await page.InnerTextAsync("main");
        Assert.Contains(Refused, text, StringComparison.Ordinal);
        Assert.Contains("550", text, StringComparison.Ordinal);
        await page.Locator("summary").Filter(new LocatorFilterOptions { HasText = "Återkalla" }).PressAsync("Enter");
        Assert.True(await page.GetByLabel("Varför expedieringen återkallas").IsVisibleAsync());
    }

    private static async Task<HostProcess> StartAsync(SmtpServerProcess server, DataFolder data, int boards, int plans)
    {
        ManyBoards.Drop(data.Path, boards, plans);
        return await HostProcess.StartAsync(
            data.Path,
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "Off"),
            ("Smtp__From", "samverkan@alingsas.example"), ("DispatchSweepSchedule", "* * * * * *"));
    }

    private static Task<IReadOnlyList<JsonElement>> StoppedAsync(HostProcess host, params (string To, int Count)[] expected) =>
        DeliveryRows.UntilAsync(host, rows => expected.All(e => Count(rows, e.To, "needsPerson") == e.Count) && rows.Any(r => DeliveryRows.State(r) == "handedOver"));

    private static int Count(IReadOnlyList<JsonElement> rows, string to, string state) =>
        rows.Count(r => DeliveryRows.To(r) == to && DeliveryRows.State(r) == state);

    private static async Task SaysAsync(string expected, DataFolder data, params string[] arguments)
    {
        var (code, output, error) = await HostProcess.RunAsync([.. arguments, "--data", data.Path]);
        Assert.True(code == 0, output + error);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string code, DataFolder data, params string[] arguments)
    {
        var (exit, output, error) = await HostProcess.RunAsync([.. arguments, "--data", data.Path]);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains($"[{code}]", error, StringComparison.Ordinal);
    }

    private static async Task HoldsAloneAsync(DataFolder data, string id, string says)
    {
        var file = data.In($"intyg-{id}.json");
        Assert.Equal(0, (await HostProcess.RunAsync("certificate", id, "--out", file, "--data", data.Path)).Code);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(says, text, StringComparison.Ordinal);
        var (code, output, _) = await HostProcess.RunAsync("verify", "--certificate", file);
        Assert.True(code == 0, output);
        Assert.Contains("Intyget håller.", output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace("550", "250", StringComparison.Ordinal).Replace(says, "Något annat", StringComparison.Ordinal));
        Assert.Equal(1, (await HostProcess.RunAsync("verify", "--certificate", file)).Code);
    }

    private static async Task HandsOverAsync(DataFolder data, string id)
    {
        var folder = data.In("paket");
        await SaysAsync("Paketet till Styrelse 4 är skrivet", data, "handover", id, "--to", folder);
        var names = Directory.GetFiles(folder).Select(Path.GetFileName).ToArray();
        Assert.Equal(3, names.Length);
        Assert.Contains("§ ", await File.ReadAllTextAsync(Directory.GetFiles(folder, "utdrag*").Single()), StringComparison.Ordinal);
        Assert.Contains("n-4@kommun.example", await File.ReadAllTextAsync(Path.Combine(folder, "Mottagare.txt")), StringComparison.Ordinal);
        Assert.Contains("Handlingsplan", WebUtility.HtmlDecode(await File.ReadAllTextAsync(Directory.GetFiles(folder).Single(f => !f.EndsWith(".txt", StringComparison.Ordinal)))), StringComparison.Ordinal);
        foreach (var (wrong, to) in ((string, string)[])[(id, folder), ("finns-inte", data.In("nytt"))])
            Assert.Equal(1, (await HostProcess.RunAsync("handover", wrong, "--to", to, "--data", data.Path)).Code);
        Assert.False(Directory.Exists(data.In("nytt")));
    }
}
