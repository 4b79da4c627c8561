using Microsoft.AspNetCore.Http;
using NodaTime;
using Samverkan.SignIn;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>Who may read, who may decide, and how one becomes somebody.</summary>
public class SignInTests
{
    private static readonly WebOptions Public = new()
    {
        PublicUrl = new Uri("https://samverkan.sjoberga.example/"),
        AllowedHosts = ["localhost", "samverkan.sjoberga.example"],
    };

    [Fact]
    public async Task A_link_shows_a_button_and_signs_in_once()
    {
        using var world = new World();
        await world.ImportAsync(Story.Register);
        var token = await world.SignIns.IssueAsync("Anna Andersson", SignInRole.Administrator, 12, "cli:test", default);
        var (first, second) = (new Browser(world), new Browser(world));

        var page = await first.GetAsync($"/logga-in/{token}");
        Assert.Equal(200, page.Status);
        ApprovedPage.Verify("sign-in", page.Body);
        Assert.Equal(200, (await second.GetAsync($"/logga-in/{token}", "HEAD")).Status);
        var signedIn = await first.PostAsync($"/logga-in/{token}");

        Assert.Equal((303, "/"), (signedIn.Status, signedIn.Headers.Location.ToString()));
        Assert.Matches("^samverkan=[^;]+; path=/; samesite=lax; httponly$", Assert.Single(first.Set));
        Assert.Equal(404, (await second.PostAsync($"/logga-in/{token}")).Status);
        Assert.Equal(404, (await second.GetAsync($"/logga-in/{token}")).Status);
        Assert.Empty(second.Cookies);
        Assert.Contains("Anna Andersson, administratör", (await first.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Andersson", (await second.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_browsers_at_once_get_one_sign_in()
    {
        using var world = new World();
        var token = await world.SignIns.IssueAsync("Anna", SignInRole.Reader, 1, "cli:test", default);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Browser(world).PostAsync($"/logga-in/{token}")));

        Assert.Single(replies, reply => reply.Status == 303);
        Assert.Equal(7, replies.Count(reply => reply.Status == 404));
    }

    [Fact]
    public async Task A_link_ends_after_15_minutes_and_a_sign_in_after_its_hours()
    {
        using var world = new World(Public);
        var late = await world.SignIns.IssueAsync("Anna", SignInRole.Reader, 1, "cli:test", default);
        world.Clock.Now += Duration.FromMinutes(15);
        Assert.Equal(404, (await new Browser(world).PostAsync($"/logga-in/{late}")).Status);

        var browser = await Browser.SignedInAsync(world);
        world.Clock.Now += Duration.FromHours(12) - Duration.FromSeconds(1);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        world.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(302, (await browser.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/karantan", 302)]
    [InlineData("/avtal/folkhalsa", 302)]
    [InlineData("/finns-inte", 302)]
    [InlineData("/assetsx", 302)]
    [InlineData("/health/detail", 302)]
    [InlineData("//api/deliveries", 302)]
    [InlineData("/api/deliveries", 401)]
    [InlineData("/API/deliveries", 401)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/logga-in", 200)]
    [InlineData("/kvittens/x/y", 404)]
    [InlineData("/handling/a/b/c/d", 404)]
    [InlineData("/kalender/x.ics", 404)]
    public async Task With_a_public_address_everything_but_links_and_health_needs_a_sign_in(string path, int status)
    {
        using var world = new World(Public);
        await world.ImportAsync(Story.Register);

        var reply = await world.GetAsync(path);

        Assert.Equal(status, reply.Status);
        if (status == 302) Assert.Equal("/logga-in", reply.Headers.Location);
        if (status == 401) Assert.StartsWith("{\"code\":\"http.not-signed-in\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exempelregionen", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignInRole.Reader)]
    [InlineData(SignInRole.Administrator)]
    public async Task Who_is_signed_in_reads(SignInRole role)
    {
        using var world = new World(Public);
        await Story.PlayAsync(world);
        var browser = await Browser.SignedInAsync(world, role);

        foreach (var path in (string[])["/", "/karantan", "/api/deliveries"]) Assert.Equal(200, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Over_tls_at_the_public_address_cookies_are_for_tls_alone()
    {
        using var world = new World(Public);
        var token = await world.SignIns.IssueAsync("Anna", SignInRole.Reader, 1, "cli:test", default);
        var browser = new Browser(world) { Always = c => c.Request.Host = new HostString("samverkan.sjoberga.example") };

        await browser.PostAsync($"/logga-in/{token}");

        Assert.Contains("; secure", Assert.Single(browser.Set), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_header_of_another_host_and_a_forged_cookie_sign_nobody_in()
    {
        using var world = new World(Public);
        var principal = Convert.ToBase64String("""{"auth_typ":"aad","claims":[{"typ":"roles","val":"Administratör"},{"typ":"name","val":"Anna"}]}"""u8.ToArray());
        var forged = new Browser(world)
        {
            Always = c =>
            {
                c.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
                c.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = "Anna";
                c.Request.Headers["X-Forwarded-For"] = "127.0.0.1";
                c.Request.Headers.Cookie = "samverkan=CfDJ8" + new string('A', 200);
            },
        };

        Assert.Equal(302, (await forged.GetAsync("/")).Status);
        Assert.Equal(401, (await forged.PostAsync("/karantan/00000000000000a1/kasta", ("skal", "x"))).Status);
    }

    [Fact]
    public async Task Signing_all_out_works_at_once_for_sign_ins_and_unused_links()
    {
        using var world = new World(Public);
        var browser = await Browser.SignedInAsync(world);
        var unused = await world.SignIns.IssueAsync("Bo", SignInRole.Reader, 1, "cli:test", default);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);

        Assert.Equal(2, await world.SignIns.SignOutAllAsync("cli:test", default));

        Assert.Equal(302, (await browser.GetAsync("/")).Status);
        Assert.Equal(404, (await new Browser(world).PostAsync($"/logga-in/{unused}")).Status);
        Assert.Equal(200, (await (await Browser.SignedInAsync(world)).GetAsync("/")).Status);
    }

    [Fact]
    public async Task One_signs_oneself_out_and_a_kept_cookie_opens_nothing()
    {
        using var world = new World(Public);
        var browser = await Browser.SignedInAsync(world, SignInRole.Reader);
        await browser.GetAsync("/");
        var kept = browser.Cookies["samverkan"];

        Assert.Equal(303, (await browser.PostAsync("/logga-ut")).Status);

        var thief = new Browser(world) { Always = c => c.Request.Headers.Cookie = $"samverkan={kept}" };
        Assert.Equal(302, (await thief.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("203.0.113.9", 302)]
    [InlineData("::ffff:203.0.113.9", 302)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    public async Task Without_a_public_address_only_this_machine_reads_without_signing_in(string from, int status)
    {
        using var world = new World();

        Assert.Equal(status, (await world.GetAsync("/", change: c => c.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(from))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("cli:root")]
    [InlineData("CLI:root")]
    public async Task A_name_that_is_none_or_poses_as_the_command_line_gets_no_link(string name)
    {
        using var world = new World();

        Assert.Null(await world.SignIns.IssueAsync(name, SignInRole.Administrator, 1, "cli:test", default));
    }
}
