using Microsoft.Playwright;
using Samverkan.Formats.Mime;

namespace EndToEnd.Tests;

/// <summary>The pages with forms in a browser, used as people use them.</summary>
public sealed class FormPagesTests
{
    private const string Site = "http://samverkan.kommun.example";

    [ChromiumFact]
    public async Task Confirming_signing_in_and_deciding_work_on_a_phone_and_are_accessible()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, ("PublicUrl", Site), ("Deadlines__AdoptionWait", "00:00:00"));
        data.Drop("okänd bilaga.txt", "Anteckningar från ett möte om folkhälsa.\n"u8.ToArray());
        data.Drop("protokollsutdrag 60.txt", await File.ReadAllBytesAsync(Sample("KS 60.txt")));
        await Wait.UntilAsync(
            () => Task.FromResult(Directory.Exists(data.In("utkorg")) && Letters(data).Length > 1 && Directory.EnumerateDirectories(data.In("karantan")).Any()),
            () => host.Output);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsing.LaunchAsync(playwright);

        foreach (var width in Browsing.Widths)
        {
            await using var context = await Browsing.ContextAsync(browser, width);
            var page = await context.NewPageAsync();
            await ConfirmAsync(page, host, data, width);
            await DecideAsync(page, host, data, width);
        }
    }

    [ChromiumFact]
    public async Task The_quarantine_and_a_year_are_walked_by_keyboard_by_readers_and_administrators()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        data.Drop("okänd bilaga.txt", "Anteckningar från ett möte om folkhälsa.\n"u8.ToArray());
        await Wait.UntilAsync(
            async () => (await host.Http.GetStringAsync(new Uri("/karantan", UriKind.Relative))).Contains("bilaga.txt", StringComparison.Ordinal), () => host.Output);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsing.LaunchAsync(playwright);

        foreach (var width in Browsing.Widths)
        {
            await using var context = await Browsing.ContextAsync(browser, width);
            var page = await context.NewPageAsync();
            foreach (var isAdministrator in (bool[])[false, true])
            {
                if (isAdministrator) await Browsing.SignInAsync(page, host, data);
                var waiting = await WalkAsync(page, host, "/karantan", width);
                Assert.Equal(isAdministrator ? 2 : 0, waiting.Count(s => s.StartsWith("summary", StringComparison.Ordinal)));
                Assert.Equal(isAdministrator, waiting.Any(s => s.StartsWith("select plats", StringComparison.Ordinal)));
                Assert.Equal(isAdministrator, waiting.Any(s => s == "button Kasta filen"));
                Assert.Contains("a Planår 2023", await WalkAsync(page, host, "/avtal/folkhalsa-2021/2024", width));
            }
        }
    }

    // With every form open: what is stopped at, in order.
    private static async Task<IReadOnlyList<string>> WalkAsync(IPage page, HostProcess host, string path, int width)
    {
        await page.GotoAsync(new Uri(host.Address, path).ToString());
        await Browsing.UnfoldAsync(page);
        await Browsing.CheckAsync(page, path, width);
        var stops = await Browsing.TabThroughAsync(page);
        Assert.DoesNotContain(stops, s => s.StartsWith("UNSHOWN", StringComparison.Ordinal));
        return stops;
    }

    private static async Task ConfirmAsync(IPage page, HostProcess host, DataFolder data, int width)
    {
        var letter = MimeReader.Read(await File.ReadAllBytesAsync(Letters(data)[width == 320 ? 0 : 1]));
        var text = letter.All().First(p => p.ContentType == "text/plain").Text();
        var link = text[text.IndexOf(Site + "/kvittens/", StringComparison.Ordinal)..].Split((char[]?)null, 2)[0];

        await page.GotoAsync(new Uri(host.Address, link[Site.Length..]).ToString());
        await Browsing.CheckAsync(page, "receipt", width);
        await page.GetByLabel("Ditt namn").FillAsync("Britta Bengtsson");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Browsing.CheckAsync(page, "receipt-confirmed", width);
        Assert.Contains("av Britta Bengtsson", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ReloadAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button).CountAsync());
        await page.GotoAsync(new Uri(host.Address, link[Site.Length..^1]).ToString());
        await Browsing.CheckAsync(page, "receipt-wrong", width);
    }

    private static async Task DecideAsync(IPage page, HostProcess host, DataFolder data, int width)
    {
        await page.GotoAsync(new Uri(host.Address, "/karantan").ToString());
        await Browsing.CheckAsync(page, "sign-in-needed", width);
        var (_, output, _) = await HostProcess.RunAsync("sign-in", "--name", "Anna Andersson", "--data", data.Path);
        await page.GotoAsync(new Uri(host.Address, new Uri(output.Trim()).AbsolutePath).ToString());
        await Browsing.CheckAsync(page, "sign-in", width);
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Browsing.CheckAsync(page, "signed-in", width);

        await page.GotoAsync(new Uri(host.Address, "/karantan").ToString());
        await page.GetByText("Kasta filen").First.ClickAsync();
        await page.GetByText("Släpp filen").First.ClickAsync();
        await Browsing.CheckAsync(page, "quarantine-forms", width);
        await page.GetByLabel("Varför filen kastas").FillAsync("   ");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Kasta filen" }).ClickAsync();
        await Browsing.CheckAsync(page, "quarantine-problem", width);
        Assert.Contains("Skriv varför", await page.Locator("#" + await page.GetByLabel("Varför filen kastas").GetAttributeAsync("aria-describedby")).InnerTextAsync(), StringComparison.Ordinal);
        if (width == 320) return;
        await page.GetByLabel("Varför filen kastas").FillAsync("Hör inte hit");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Kasta filen" }).ClickAsync();
        await Browsing.CheckAsync(page, "quarantine-done", width);
        Assert.Contains("Filen är kastad", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Logga ut" }).ClickAsync();
        Assert.EndsWith("/logga-in", page.Url, StringComparison.Ordinal);
    }

    private static string[] Letters(DataFolder data) =>
    [
        .. Directory.GetFiles(data.In("utkorg"), "*.eml")
            .Where(f => !Path.GetFileName(f).StartsWith("notices", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Sample(string end) =>
        Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal));
}
