using System.Text;
using System.Text.Json;
using Samverkan.Dispatch;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>App Service Authentication in front of the pages: whom it names may do what their role in Entra ID says.</summary>
public class EasyAuthTests
{
    private const string RoleType = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    private static readonly WebOptions Behind = new()
    {
        PublicUrl = new Uri("https://samverkan.sjoberga.example/"),
        AllowedHosts = ["localhost", "samverkan.sjoberga.example"],
        EasyAuth = true,
    };

    [Fact]
    public async Task An_administrator_decides_and_the_ledger_has_the_name()
    {
        using var world = new World(Behind);
        await Story.PlayAsync(world);
        var browser = As(world, Principal("Anna Andersson", "administrator"));
        var id = (await world.Log.PageAsync(new DeliveryFilter(DeliveryState.NeedsPerson), default)).Rows[0].Id;

        var page = await browser.GetAsync($"/expediering/{id}");
        var done = await browser.PostAsync($"/expediering/{id}/kvittera", ("skal", "Lämnat på papper"));

        Assert.Contains("Anna Andersson, administratör", page.Text, StringComparison.Ordinal);
        Assert.Equal(303, done.Status);
        Assert.Contains("Anna Andersson", (await browser.GetAsync(done.Headers.Location.ToString())).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("samverkan", browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_reader_reads_and_decides_nothing()
    {
        using var world = new World(Behind);
        await Story.PlayAsync(world);
        var browser = As(world, Principal("Ragna Läsare", "reader"));
        var id = (await world.Log.PageAsync(new DeliveryFilter(DeliveryState.NeedsPerson), default)).Rows[0].Id;

        Assert.Equal(200, (await browser.GetAsync($"/expediering/{id}")).Status);
        Assert.Equal(403, (await browser.PostAsync($"/expediering/{id}/kvittera", ("skal", "Lämnat på papper"))).Status);
    }

    [Fact]
    public async Task Who_has_no_role_is_told_so_in_Swedish_and_sees_no_page()
    {
        using var world = new World(Behind);
        await Story.PlayAsync(world);
        foreach (var roles in (string[][])[[], ["Administrator"], ["owner", "läsare"]])
        {
            var browser = As(world, Principal("Nils <b>Ny</b>", roles));
            var turned = await browser.GetAsync("/");
            Assert.Equal((302, "/logga-in"), (turned.Status, turned.Headers.Location.ToString()));
            var told = await browser.GetAsync("/logga-in");
            Assert.Equal(403, told.Status);
            Assert.Contains("Du är inloggad som Nils <b>Ny</b>, men har varken rollen Läsare eller Administratör", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Ny</b>", told.Body, StringComparison.Ordinal);
            Assert.Equal(401, (await browser.GetAsync("/api/deliveries")).Status);
        }
    }

    [Fact]
    public async Task Signing_out_is_the_platforms_matter()
    {
        using var world = new World(Behind);
        await Story.PlayAsync(world);
        var browser = As(world, Principal("Ragna Läsare", "reader"));
        await browser.GetAsync("/");
        var out1 = await browser.PostAsync("/logga-ut");
        Assert.Equal((303, "/.auth/logout"), (out1.Status, out1.Headers.Location.ToString()));
        Assert.Equal((303, "/"), ((await browser.GetAsync("/logga-in")).Status, (await browser.GetAsync("/logga-in")).Headers.Location.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("eyJjbGFpbXMiOjF9")]
    [InlineData("eyJjbGFpbXMiOlsxLHt9LG51bGxdfQ==")]
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6InJvbGVzIiwidmFsIjoiYWRtaW5pc3RyYXRvciJ9XX0=")]
    public async Task A_header_that_names_nobody_signs_nobody_in(string header)
    {
        using var world = new World(Behind);
        Assert.Equal(302, (await As(world, header).GetAsync("/")).Status);
        Assert.Equal(403, (await As(world, header).GetAsync("/logga-in")).Status);
    }

    [Theory]
    [InlineData("cli:root")]
    [InlineData(" CLI:root")]
    [InlineData("\u202E\r\n")]
    public async Task A_name_that_would_be_anothers_in_the_ledger_signs_nobody_in(string name)
    {
        using var world = new World(Behind);
        Assert.Equal(302, (await As(world, Principal(name, "administrator")).GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_header_of_absurd_length_and_two_headers_sign_nobody_in()
    {
        using var world = new World(Behind);
        var real = Principal("Anna", "administrator");
        Assert.Equal(302, (await As(world, Principal(new string('a', 60_000), "administrator")).GetAsync("/")).Status);
        var twice = new Browser(world) { Always = c => c.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = new([real, real]) };
        Assert.Equal(302, (await twice.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Where_nothing_stands_in_front_a_forged_header_gives_nothing()
    {
        using var world = new World(Behind with { EasyAuth = false });
        await Story.PlayAsync(world);
        var forger = As(world, Principal("Anna Andersson", "administrator"));
        Assert.Equal(302, (await forger.GetAsync("/")).Status);
        Assert.Equal(401, (await forger.PostAsync("/karantan/0123456789abcdef/kasta")).Status);
    }

    private static Browser As(World world, string header) => new(world) { Always = c => c.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header };

    private static string Principal(string name, params string[] roles) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        name_typ = "name",
        role_typ = RoleType,
        claims = (object[])
        [
            new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = "0e2d7c8e-0000-0000-0000-000000000001" },
            new { typ = "name", val = name },
            .. roles.Select(role => new { typ = RoleType, val = role }),
        ],
    })));
}
