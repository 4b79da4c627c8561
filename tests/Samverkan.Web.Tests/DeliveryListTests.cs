using System.Text.RegularExpressions;
using Samverkan.Dispatch;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class DeliveryListTests
{
    private static readonly Matter Matter = new("Avtalet", "Planen", 2023, null, null);

    [Fact]
    public async Task Following_older_shows_every_delivery_once_and_newest_leads_back()
    {
        using var world = await ManyAsync(120);

        List<string> seen = [];
        var (address, pages) = ("/", 0);
        for (; address.Length > 0; pages++)
        {
            var body = (await world.GetAsync(address)).Body;
            seen.AddRange(Links(body, "/expediering/[^\"]+"));
            if (pages > 0) Assert.Contains("Till de nyaste", body, StringComparison.Ordinal);
            address = Links(body, @"/\?efter=[^""]+").FirstOrDefault() ?? "";
        }

        Assert.Equal(3, pages);
        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Paging_keeps_the_filter()
    {
        using var world = await ManyAsync(60);

        var body = (await world.GetAsync("/?status=owed&avtal=folkhalsa&planar=2023")).Body;

        Assert.Contains("/?status=owed&amp;avtal=folkhalsa&amp;planar=2023&amp;efter=50", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?status=waiting", 1)]
    [InlineData("/?status=acknowledged", 0)]
    [InlineData("/?kontakt=region", 2)]
    [InlineData("/?planar=2022", 0)]
    [InlineData("/?meddelanden=1", 6)]
    [InlineData("/?status=&kontakt=&avtal=&planar=", 5)]
    public async Task Filter_lets_through_what_it_says(string address, int count)
    {
        using var world = new World();
        await Story.PlayAsync(world);

        var reply = await world.GetAsync(address);

        Assert.Equal(count, Links(reply.Body, "/expediering/[^\"]+").Count);
        Assert.Equal(count == 0, reply.Text.Contains("Inget stämmer med filtret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status=1")]
    [InlineData("status=handedOver&status=owed")]
    [InlineData("status=%3Cscript%3E")]
    [InlineData("kontakt=..%2F..%2Fetc")]
    [InlineData("planar=20233")]
    [InlineData("planar=-1")]
    [InlineData("efter=%00%0D%0Ax")]
    [InlineData("efter=999999999999999999999")]
    [InlineData("meddelanden=kanske")]
    public async Task What_cannot_be_read_of_an_address_is_named_and_not_used(string query)
    {
        using var world = new World();
        await Story.PlayAsync(world);

        var reply = await world.GetAsync("/?" + query);

        Assert.Equal(200, reply.Status);
        Assert.Contains($"gick att läsa: {query.Split('=')[0]}.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(5, Links(reply.Body, "/expediering/[^\"]+").Count);
    }

    [Fact]
    public async Task A_chosen_contact_that_the_register_does_not_have_stays_chosen()
    {
        using var world = new World();
        await Story.PlayAsync(world);

        var reply = await world.GetAsync("/?kontakt=borttagen");

        Assert.Contains("<option value=\"borttagen\" selected>borttagen</option>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_past_the_last_leads_back()
    {
        using var world = await ManyAsync(3);

        var reply = await world.GetAsync("/?efter=50");

        Assert.Contains("Det finns inga äldre expedieringar", reply.Text, StringComparison.Ordinal);
    }

    private static async Task<World> ManyAsync(int count)
    {
        var world = new World();
        foreach (var chunk in Enumerable.Range(0, count).Select(i => $"kontakt-{i:000}").Chunk(100))
            await world.OweAsync(Story.Plan, DeliveryVersion.Draft, Matter, "plan", [], chunk);
        return world;
    }

    private static List<string> Links(string body, string pattern) =>
        [.. Regex.Matches(body, $"href=\"({pattern})\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];
}
