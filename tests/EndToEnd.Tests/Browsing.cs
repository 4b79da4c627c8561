using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>Chromium, and what every page must be in it.</summary>
internal static class Browsing
{
    public static readonly int[] Widths = [320, 1280];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = ChromiumFactAttribute.Path,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    });

    public static Task<IBrowserContext> ContextAsync(IBrowser browser, int width) =>
        browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });

    public static async Task SignInAsync(IPage page, HostProcess host, DataFolder data)
    {
        var (_, link, _) = await HostProcess.RunAsync("sign-in", "--name", "Anna Andersson", "--data", data.Path);
        await page.GotoAsync(new Uri(host.Address, new Uri(link.Trim()).AbsolutePath).ToString());
        await page.GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>WCAG 2.1 AA as far as axe sees it, no script, Swedish, and nothing that scrolls sideways.</summary>
    public static async Task CheckAsync(IPage page, string name, int width)
    {
        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa") });
        Assert.True(axe.Violations.Length == 0, $"{name} at {width}: {string.Join("; ", axe.Violations.Select(v => v.Help))}");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.scripts.length"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} scrolls sideways at {width}.");
        Assert.Equal("sv", await page.GetAttributeAsync("html", "lang"));
    }

    /// <summary>Opens every form that lies folded.</summary>
    public static Task UnfoldAsync(IPage page) => page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");

    /// <summary>Tabs through the page: every stop shows that it has the focus; returns what was stopped at, in order.</summary>
    public static async Task<IReadOnlyList<string>> TabThroughAsync(IPage page)
    {
        List<string> stops = [];
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>(
                "(() => { const e = document.activeElement; if (!e || e === document.body || e.dataset.tabbed) return ''; e.dataset.tabbed = '1';"
                + " const s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + " const shown = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && r.width > 0 && r.height > 0;"
                + " return (shown ? '' : 'UNSHOWN ') + e.tagName.toLowerCase() + ' ' + (e.id || e.textContent.trim().slice(0, 40)); })()");
            if (stop.Length == 0) return stops;
            stops.Add(stop);
        }

        throw new InvalidOperationException("The page has more than 200 stops.");
    }
}
