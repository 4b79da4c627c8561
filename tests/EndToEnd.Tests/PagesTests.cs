using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>The pages in a browser, after the demo's story.</summary>
public sealed class PagesTests
{
    [ChromiumFact]
    public async Task Every_page_is_accessible_and_fits_a_phone_and_needs_no_script()
    {
        using var data = new DataFolder();
        await using var demo = await HostProcess.StartDemoAsync(data.In("demo"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsing.LaunchAsync(playwright);

        foreach (var width in Browsing.Widths)
        {
            await using var context = await Browsing.ContextAsync(browser, width);
            var page = await context.NewPageAsync();
            await page.GotoAsync(demo.Address.ToString());
            var delivery = await page.Locator("table a").First.GetAttributeAsync("href");
            foreach (var path in (string[])
                ["/", delivery!, $"{delivery}/intyg", "/kontakt/vgr-folkhalsa", "/avtal", "/avtal/folkhalsa-2021", "/avtal/folkhalsa-2021/2023", "/avtal/psykisk-halsa", "/karantan", "/finns-inte"])
            {
                await page.GotoAsync(new Uri(demo.Address, path).ToString());
                await Browsing.CheckAsync(page, path, width);
                Assert.DoesNotContain(await Browsing.TabThroughAsync(page), s => s.StartsWith("UNSHOWN", StringComparison.Ordinal));
            }
        }
    }
}
