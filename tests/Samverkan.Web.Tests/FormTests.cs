using System.Text;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.SignIn;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>An administrator decides on the pages, and nobody else does.</summary>
public class FormTests
{
    private const string Id = "00000000000000a1";
    private const string Discard = $"/karantan/{Id}/kasta";
    private const string Release = $"/karantan/{Id}/slapp";

    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("Bilaga utan rubrik\n\nNågra ord om folkhälsa.\n");

    [Fact]
    public async Task Only_an_administrator_with_a_page_of_ours_is_heard()
    {
        using var world = await WorldAsync();
        var (administrator, reader) = (await Browser.SignedInAsync(world), await Browser.SignedInAsync(world, SignInRole.Reader, "Rut"));
        await reader.GetAsync("/karantan");

        Assert.Equal(401, (await new Browser(world).PostAsync(Discard, ("skal", "x"))).Status);
        Assert.Equal(403, (await reader.PostAsync(Discard, ("skal", "x"))).Status);
        var bare = await administrator.PostAsync(Discard, ("skal", "x"));
        Assert.Equal(400, bare.Status);
        Assert.Contains("Formuläret gäller inte längre", bare.Text, StringComparison.Ordinal);
        administrator.Token = reader.Token;
        Assert.Equal(400, (await administrator.PostAsync(Discard, ("skal", "x"))).Status);

        await administrator.GetAsync("/karantan");
        var elsewhere = new Browser(world) { Always = c => (c.Request.Headers.Cookie, c.Request.Headers["Sec-Fetch-Site"]) = (Cookies(administrator), "cross-site"), Token = administrator.Token };
        Assert.Equal(403, (await elsewhere.PostAsync(Discard, ("skal", "x"))).Status);
        Assert.Equal(413, (await administrator.PostAsync(Discard, ("skal", new string('x', 20_000)))).Status);
        Assert.Equal(405, (await administrator.GetAsync(Discard)).Status);
        Assert.True((await HistoryAsync(world)).Quarantined.ContainsKey(Id));
    }

    [Fact]
    public async Task The_quarantine_has_forms_for_an_administrator_and_command_lines_for_others()
    {
        using var world = await WorldAsync();
        var administrator = await Browser.SignedInAsync(world);

        var forms = await administrator.GetAsync("/karantan");
        var lines = await (await Browser.SignedInAsync(world, SignInRole.Reader)).GetAsync("/karantan");

        ApprovedPage.Verify("quarantine-forms", forms.Body.Replace(administrator.Token!, "TOKEN", StringComparison.Ordinal));
        Assert.DoesNotContain("dotnet run", forms.Body, StringComparison.Ordinal);
        Assert.Contains("Verksamhetsplan med budget 2024", forms.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("slapp", lines.Body, StringComparison.Ordinal);
        Assert.Contains("discard", lines.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_discarded_with_a_reason_by_the_name_of_who_did_it()
    {
        using var world = await WorldAsync();
        var administrator = await Browser.SignedInAsync(world);
        await administrator.GetAsync("/karantan");

        var unsaid = await administrator.PostAsync(Discard, ("skal", "  "));
        var done = await administrator.PostAsync(Discard, ("skal", "Hör inte hit"));
        var again = await administrator.PostAsync("/karantan/00000000000000ff/kasta", ("skal", "x"));

        Assert.Equal(422, unsaid.Status);
        Assert.Contains("Skriv varför filen kastas", unsaid.Text, StringComparison.Ordinal);
        Assert.Contains($"aria-describedby=\"skal-fel-{Id}\" aria-invalid=\"true\"", unsaid.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/karantan?klart=kastat"), (done.Status, done.Headers.Location.ToString()));
        Assert.Contains("Filen är kastad", (await administrator.GetAsync("/karantan?klart=kastat")).Text, StringComparison.Ordinal);
        Assert.Empty(world.Quarantine.Files);
        Assert.Equal(422, again.Status);
        var discarded = (await EventsAsync(world)).Single(e => e.Event is QuarantineDiscarded);
        Assert.Equal("Anna Andersson", Person.Reveal(discarded));
        Assert.DoesNotContain("Anna", discarded.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_released_to_the_occurrence_that_is_chosen()
    {
        using var world = await WorldAsync();
        var administrator = await Browser.SignedInAsync(world);
        await administrator.GetAsync("/karantan");

        var unchosen = await administrator.PostAsync(Release, ("plats", ""), ("del", "<b>"));
        var wrong = await administrator.PostAsync(Release, ("plats", "folkhalsa/verksamhetsplan/1999"), ("del", "plan"));
        var badPart = await administrator.PostAsync(Release, ("plats", "folkhalsa/verksamhetsplan/2023"), ("del", "karta"));
        var done = await administrator.PostAsync(Release, ("plats", "folkhalsa/verksamhetsplan/2023"), ("del", "plan"));

        Assert.Equal((422, 422, 422), (unchosen.Status, wrong.Status, badPart.Status));
        Assert.Contains("value=\"&lt;b&gt;\"", unchosen.Body, StringComparison.Ordinal);
        Assert.Contains($"id=\"plats-fel-{Id}\"", wrong.Body, StringComparison.Ordinal);
        Assert.Contains($"id=\"del-fel-{Id}\"", badPart.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/karantan?klart=slappt"), (done.Status, done.Headers.Location.ToString()));
        var year = await world.Ledger.LoadAsync<AgreementYear>(Story.Plan, default);
        Assert.Equal("plan", Assert.Single(year.Of(ObligationId.Parse("verksamhetsplan")).Newest).Part);
        Assert.Equal("Anna Andersson", Person.Reveal((await EventsAsync(world)).Single(e => e.Event is QuarantineReleased)));
    }

    [Fact]
    public async Task A_value_that_was_read_wrongly_is_corrected_beside_it()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);
        await WaitingTests.ReceiveAsync(world, withPlaces: true);
        var administrator = await Browser.SignedInAsync(world);
        var address = $"/expediering/{ids["adopted"]}";
        var page = await administrator.GetAsync(address);
        var extract = System.Text.RegularExpressions.Regex.Match(page.Body, "(?<=name=\"utdrag\" value=\")[^\"]+", default, TimeSpan.FromSeconds(5)).Value;

        var unchosen = await administrator.PostAsync(address + "/ratta", ("utdrag", extract), ("falt", "42"), ("varde", "x"));
        var wrong = await administrator.PostAsync(address + "/ratta", ("utdrag", extract), ("falt", "MeetingDate"), ("varde", "i går"));
        var none = await administrator.PostAsync(address + "/ratta", ("utdrag", "x"), ("falt", "Body"), ("varde", "x"));
        var done = await administrator.PostAsync(address + "/ratta", ("utdrag", extract), ("falt", "MeetingDate"), ("varde", "2022-12-12"));

        Assert.Equal((422, 422, 404), (unchosen.Status, wrong.Status, none.Status));
        Assert.Contains("Välj vilken uppgift", unchosen.Text, StringComparison.Ordinal);
        Assert.Contains("inget datum", wrong.Text, StringComparison.Ordinal);
        Assert.Contains(">i g&#xE5;r</textarea>", wrong.Body, StringComparison.Ordinal);
        Assert.Equal((303, address + "?klart=rattat"), (done.Status, done.Headers.Location.ToString()));
        Assert.Contains("av Anna Andersson", (await administrator.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    private static async Task<World> WorldAsync()
    {
        var world = new World();
        await world.ImportAsync(Story.Register);
        await WaitingTests.QuarantineAsync(world, Id, "bilaga.txt", "match.uncertain", "Filen \"bilaga.txt\" liknar ett avtal.", ("verksamhetsplan", 2023));
        world.Quarantine.Files[Id] = Plan;
        return world;
    }

    private static string Cookies(Browser browser) => string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}"));

    private static Task<InboxHistory> HistoryAsync(World world) => world.Ledger.LoadAsync<InboxHistory>(StreamId.Inbox, default);

    private static async Task<IReadOnlyList<RecordedEvent>> EventsAsync(World world)
    {
        List<RecordedEvent> events = [];
        await foreach (var e in world.Ledger.EventsAsync(StreamId.Inbox, default)) events.Add(e);
        return events;
    }
}
