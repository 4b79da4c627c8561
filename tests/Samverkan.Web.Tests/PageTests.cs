using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>The pages of a story, as they were approved.</summary>
public class PageTests
{
    [Theory]
    [InlineData("list", "/")]
    [InlineData("list-filtered", "/?status=waiting&kontakt=miljonamnden&avtal=folkhalsa&planar=2023&meddelanden=1")]
    [InlineData("delivery-handed-over", "/expediering/{draft}")]
    [InlineData("delivery-written-to-file", "/expediering/{adopted}")]
    [InlineData("delivery-waiting", "/expediering/{waiting}")]
    [InlineData("delivery-needs-person", "/expediering/{person}")]
    [InlineData("notice", "/expediering/{notice}")]
    [InlineData("agreements", "/avtal")]
    [InlineData("agreement", "/avtal/folkhalsa")]
    [InlineData("action-plan", "/avtal/psykisk-halsa")]
    [InlineData("quarantine-empty", "/karantan")]
    public async Task Page_is_as_approved(string name, string address)
    {
        using var world = new World();
        foreach (var (key, id) in await Story.PlayAsync(world)) address = address.Replace($"{{{key}}}", id, StringComparison.Ordinal);

        var reply = await world.GetAsync(address);

        Assert.Equal(200, reply.Status);
        ApprovedPage.Verify(name, reply.Body);
    }

    [Fact]
    public async Task Page_that_does_not_exist_is_as_approved()
    {
        using var world = new World();

        var reply = await world.GetAsync("/finns-inte");

        Assert.Equal(404, reply.Status);
        ApprovedPage.Verify("not-found", reply.Body);
    }

    [Fact]
    public async Task Empty_list_says_where_to_drop_a_file_and_every_page_that_nothing_is_sent()
    {
        using var world = new World(new WebOptions { IsDemo = true, MailToFile = true, Inbox = "data/inkorg", Outbox = "data/utkorg" });
        await world.ImportAsync(Story.Register);

        var reply = await world.GetAsync("/");

        ApprovedPage.Verify("list-empty", reply.Body);
        foreach (var address in (string[])["/", "/avtal", "/avtal/folkhalsa", "/finns-inte"])
        {
            var text = (await world.GetAsync(address)).Text;
            Assert.Contains("Ingen mejlserver är inställd.", text, StringComparison.Ordinal);
            Assert.Contains("Demonstration.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_register_the_pages_say_so_and_still_show_deliveries_by_their_ids()
    {
        using var world = new World();
        var id = (await world.OweAsync(Story.Plan, Dispatch.DeliveryVersion.Draft, new("Avtalet", "Planen", 2023, null, null), "plan", [], "nagon"))[0];

        Assert.Contains("Inget register är inläst", (await world.GetAsync("/avtal")).Text, StringComparison.Ordinal);
        Assert.Contains("Planen 2023", (await world.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Till nagon", (await world.GetAsync($"/expediering/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_need_no_script_no_style_of_their_own_and_nothing_from_elsewhere()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);

        foreach (var address in (string[])["/", "/avtal", "/avtal/folkhalsa", "/avtal/folkhalsa/2023", "/karantan", "/finns-inte", .. ids.Values.Select(id => $"/expediering/{id}")])
        {
            var body = (await world.GetAsync(address)).Body;
            foreach (var unwanted in (string[])["<script", " style=", "<style", "http:", "https:", "javascript:", " onclick"])
                Assert.DoesNotContain(unwanted, body, StringComparison.OrdinalIgnoreCase);
        }
    }
}
