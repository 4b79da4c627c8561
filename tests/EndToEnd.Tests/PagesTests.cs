using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });

        foreach (var width in (int[])[320, 1280])
        {
            var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
            await page.GotoAsync(demo.Address.ToString());
            var delivery = await page.Locator("table a").First.GetAttributeAsync("href");
            foreach (var path in (string[])["/", delivery!, "/avtal", "/avtal/folkhalsa-2021", "/avtal/psykisk-halsa", "/finns-inte"])
            {
                await page.GotoAsync(new Uri(demo.Address, path).ToString());
                var axe = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa") });
                Assert.True(axe.Violations.Length == 0, $"{path} at {width}: {string.Join("; ", axe.Violations.Select(v => v.Help))}");
                Assert.Equal(0, await page.EvaluateAsync<int>("document.scripts.length"));
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} scrolls sideways at {width}.");
                Assert.Equal("sv", await page.GetAttributeAsync("html", "lang"));
            }

            await page.CloseAsync();
        }
    }
}
