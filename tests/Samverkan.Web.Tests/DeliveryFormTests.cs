using System.Text;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.SignIn;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>An administrator takes a delivery in hand on its page, and all of a contact's on the contact's.</summary>
public class DeliveryFormTests
{
    private static readonly string[] Tools = ["skicka", "adress", "aterkalla", "kvittera"];

    [Fact]
    public async Task Only_an_administrator_with_a_page_of_ours_is_heard()
    {
        using var world = new World();
        var id = await StoppedAsync(world);
        var (administrator, reader) = (await Browser.SignedInAsync(world), await Browser.SignedInAsync(world, SignInRole.Reader, "Rut"));

        foreach (var page in (string[])[$"/expediering/{id}", "/kontakt/kansliet"])
        {
            Assert.DoesNotContain($"action=\"{page}", (await reader.GetAsync(page)).Body, StringComparison.Ordinal);
            foreach (var tool in Tools)
            {
                Assert.Equal(401, (await new Browser(world).PostAsync($"{page}/{tool}", ("skal", "x"))).Status);
                Assert.Equal(403, (await reader.PostAsync($"{page}/{tool}", ("skal", "x"))).Status);
                administrator.Token = null;
                Assert.Equal(400, (await administrator.PostAsync($"{page}/{tool}", ("skal", "x"))).Status);
                administrator.Token = reader.Token;
                Assert.Equal(400, (await administrator.PostAsync($"{page}/{tool}", ("skal", "x"))).Status);
                Assert.Equal(405, (await administrator.GetAsync($"{page}/{tool}")).Status);
            }
        }

        Assert.Equal(DeliveryState.NeedsPerson, (await FindAsync(world, id)).State);
    }

    [Fact]
    public async Task A_contact_is_mended_and_the_delivery_sent_again_from_its_page()
    {
        using var world = new World();
        var id = await StoppedAsync(world);
        var administrator = await Browser.SignedInAsync(world);
        var page = await administrator.GetAsync($"/expediering/{id}");
        ApprovedPage.Verify("delivery-forms", page.Body.Replace(administrator.Token!, "TOKEN", StringComparison.Ordinal));

        var wrong = await administrator.PostAsync($"/expediering/{id}/adress", ("typ", "Email"), ("till", "<b>"));
        var done = await administrator.PostAsync($"/expediering/{id}/adress", ("typ", "Email"), ("till", "ny@region.example"));
        var twice = await administrator.PostAsync($"/expediering/{id}/skicka");

        Assert.Equal(422, wrong.Status);
        Assert.Contains("aria-describedby=\"adress-fel\" aria-invalid=\"true\"", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;\"", wrong.Body, StringComparison.Ordinal);
        var again = (await FindAsync(world, id)).ResentAs!;
        Assert.Equal((303, $"/expediering/{again}?klart=adress"), (done.Status, done.Headers.Location.ToString()));
        Assert.Equal((303, $"/expediering/{again}?klart=skicka"), (twice.Status, twice.Headers.Location.ToString()));
        var shown = await administrator.GetAsync($"/expediering/{again}?klart=adress");
        Assert.Contains("Adressen är rättad", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/expediering/{id}\"", shown.Body, StringComparison.Ordinal);
        Assert.Contains("av Anna Andersson", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/expediering/{again}\"", (await administrator.GetAsync($"/expediering/{id}")).Body, StringComparison.Ordinal);
        Assert.Contains("ny@region.example", (await administrator.GetAsync("/kontakt/kansliet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_is_cancelled_or_acknowledged_with_a_reason_that_its_page_and_certificate_show()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);
        var administrator = await Browser.SignedInAsync(world);
        foreach (var (id, tool, says) in new[] { (ids["waiting"], "aterkalla", "Återkallad"), (ids["adopted"], "kvittera", "Kvitterad") })
        {
            await administrator.GetAsync($"/expediering/{id}");
            var unsaid = await administrator.PostAsync($"/expediering/{id}/{tool}", ("skal", " "));
            var done = await administrator.PostAsync($"/expediering/{id}/{tool}", ("skal", "Lämnat <över> på papper"));
            var late = await administrator.PostAsync($"/expediering/{id}/{tool}", ("skal", "En gång till"));

            Assert.Equal((422, 303, 422), (unsaid.Status, done.Status, late.Status));
            Assert.Contains($"id=\"skal-fel-{tool}\"", unsaid.Body, StringComparison.Ordinal);
            Assert.Contains("redan", late.Text, StringComparison.Ordinal);
            foreach (var page in (string[])[done.Headers.Location.ToString(), $"/expediering/{id}/intyg"])
            {
                var text = (await administrator.GetAsync(page)).Text;
                Assert.Contains(says, text, StringComparison.Ordinal);
                Assert.Contains("Anna Andersson", text, StringComparison.Ordinal);
                Assert.Contains("Lämnat <över> på papper", text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(404, (await administrator.PostAsync("/expediering/folkhalsa.2023.00000000000000000000/aterkalla", ("skal", "x"))).Status);
    }

    [Fact]
    public async Task All_of_a_contact_is_sent_again_from_its_page()
    {
        using var world = new World();
        await StoppedAsync(world);
        var administrator = await Browser.SignedInAsync(world);
        var page = await administrator.GetAsync("/kontakt/kansliet");
        ApprovedPage.Verify("contact", page.Body.Replace(administrator.Token!, "TOKEN", StringComparison.Ordinal));

        var unsaid = await administrator.PostAsync("/kontakt/kansliet/aterkalla", ("skal", ""));
        var done = await administrator.PostAsync("/kontakt/kansliet/adress", ("typ", "Folder"), ("till", "kansliet"), ("igen", "1"));

        Assert.Equal(422, unsaid.Status);
        Assert.Equal((303, "/kontakt/kansliet?klart=skicka&antal=1"), (done.Status, done.Headers.Location.ToString()));
        var shown = (await administrator.GetAsync("/kontakt/kansliet?klart=skicka&antal=1")).Text;
        Assert.Contains("1 expediering skickas igen.", shown, StringComparison.Ordinal);
        Assert.Contains("Väntar på person (0)", shown, StringComparison.Ordinal);
        Assert.Equal(404, (await administrator.GetAsync("/kontakt/finns-inte")).Status);
    }

    [Fact]
    public async Task A_message_to_the_own_people_that_stopped_is_sent_again_from_its_page()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["notice"];
        await world.TryAsync(id, 1, AttemptOutcome.Permanent, MailCodes.RecipientRefused, "550 5.1.1 No such user");
        var administrator = await Browser.SignedInAsync(world);
        Assert.Contains("Samma meddelande skickas", (await administrator.GetAsync($"/expediering/{id}")).Text, StringComparison.Ordinal);

        var done = await administrator.PostAsync($"/expediering/{id}/skicka");

        var again = (await FindAsync(world, id)).ResentAs!;
        Assert.Equal((303, $"/expediering/{again}?klart=skicka"), (done.Status, done.Headers.Location.ToString()));
        var shown = (await administrator.GetAsync($"/expediering/{again}")).Text;
        Assert.Contains("Påminnelse: Verksamhetsplan med budget 2023", shown, StringComparison.Ordinal);
        Assert.Contains("oläslig.pdf", shown, StringComparison.Ordinal);
        Assert.Equal(200, (await administrator.GetAsync($"/expediering/{again}/intyg")).Status);
    }

    private static async Task<string> StoppedAsync(World world)
    {
        var ids = await Story.PlayAsync(world);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("KS § 193 protokollsutdrag.txt"));
        await world.Archive.PutAsync(content, 1000, default);
        return ids["person"];
    }

    private static async Task<Delivery> FindAsync(World world, string id) =>
        (await world.Ledger.LoadAsync<DeliveryBook>(DeliveryId.StreamOf(id), default)).Find(id)!;
}
