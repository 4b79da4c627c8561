using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Samverkan.Web.Http;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class AssetTests
{
    // Each text on each ground that the style sheet puts it on.
    private static readonly (string Ink, string Ground)[] Pairs =
    [
        ("ink", "ground"), ("ink", "paper"), ("soft", "ground"), ("soft", "paper"), ("link", "ground"), ("link", "paper"), ("top-ink", "top"), ("top-soft", "top"),
        .. ((string[])["neutral", "info", "good", "caution", "urgent"]).SelectMany(tone =>
            ((string, string)[])[($"{tone}-ink", $"{tone}-ground"), ($"{tone}-ink", "paper"), ("ink", $"{tone}-ground")]),
    ];

    [Fact]
    public async Task Asset_is_kept_for_good_by_a_browser_and_asked_for_again_is_the_same()
    {
        using var world = new World();

        var first = await world.GetAsync(AssetFiles.Style.Url);
        var again = await world.GetAsync(AssetFiles.Style.Url, change: context => context.Request.Headers.IfNoneMatch = first.Headers.ETag);

        Assert.Equal(200, first.Status);
        Assert.Equal("text/css; charset=utf-8", first.Headers.ContentType);
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.CacheControl);
        Assert.Contains(".badge", first.Body, StringComparison.Ordinal);
        Assert.Equal((304, ""), (again.Status, again.Body));
    }

    [Theory]
    [InlineData("/assets/samverkan.css")]
    [InlineData("/assets/samverkan.0000000000000000.css")]
    [InlineData("/assets/..%2Fsamverkan.css")]
    [InlineData("/assets/")]
    public async Task Address_of_no_asset_is_not_found(string address)
    {
        using var world = new World();

        Assert.Equal(404, (await world.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_has_the_contrast_that_WCAG_asks_for(bool dark)
    {
        var colours = Colours(dark);

        foreach (var (ink, ground) in Pairs)
            Assert.True(Contrast(colours[ink], colours[ground]) >= 4.5, $"{ink} on {ground}: {Contrast(colours[ink], colours[ground]):0.00}");
        foreach (var edge in (string[])["edge", "focus"])
            Assert.True(Contrast(colours[edge], colours["paper"]) >= 3, $"{edge} on paper: {Contrast(colours[edge], colours["paper"]):0.00}");
    }

    private static Dictionary<string, string> Colours(bool dark)
    {
        var css = Encoding.UTF8.GetString(AssetFiles.Style.Bytes.Span);
        // The print style, last in the file, has its own.
        var end = css.IndexOf(dark ? "*, *::before" : "prefers-color-scheme: dark", StringComparison.Ordinal);
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Regex.Matches(css[..end], "--(?<name>[a-z-]+): #(?<colour>[0-9a-f]{6});", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            colours[match.Groups["name"].Value] = match.Groups["colour"].Value;
        return colours;
    }

    // WCAG 2.1, relative luminance and contrast ratio.
    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .03928 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return (.2126 * Part(0)) + (.7152 * Part(2)) + (.0722 * Part(4));
    }
}
