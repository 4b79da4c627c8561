using Microsoft.AspNetCore.Http;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Receipts;
using Samverkan.Ledger;
using Samverkan.Web.Links;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>A contact confirms by the link in the letter; nothing else does.</summary>
public class ReceiptTests
{
    [Fact]
    public async Task The_page_shows_what_was_delivered_and_asks_with_one_button()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];

        var reply = await world.GetAsync(Address(world, id));

        Assert.Equal(200, reply.Status);
        ApprovedPage.Verify("receipt", reply.Body);
        Assert.Equal("no-store", reply.Headers.CacheControl);
        Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
        Assert.Contains("noindex", reply.Body, StringComparison.Ordinal);
        Assert.Equal(0, reply.Headers.SetCookie.Count);
        Assert.DoesNotContain("href=\"/", reply.Body.Replace("href=\"/assets/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_scanner_that_opens_the_link_confirms_nothing(string method)
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];

        for (var i = 0; i < 3; i++)
        {
            var reply = await world.GetAsync(Address(world, id), method, context => context.Request.Headers["Sec-Purpose"] = "prefetch");
            Assert.Equal(200, reply.Status);
        }

        Assert.Equal(DeliveryState.HandedOver, (await FindAsync(world, id)).State);
    }

    [Fact]
    public async Task The_button_confirms_once_and_a_second_visit_shows_when()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];
        var address = Address(world, id);
        var browser = new Browser(world);

        var first = await browser.PostAsync(address, ("namn", "  Britta\r\nBengtsson "));
        world.Clock.Now += Duration.FromHours(1);
        var second = await browser.PostAsync(address, ("namn", "Någon annan"));
        var shown = await browser.GetAsync(address);

        Assert.Equal((303, address), (first.Status, first.Headers.Location.ToString()));
        Assert.Equal(303, second.Status);
        var delivery = await FindAsync(world, id);
        Assert.Equal(DeliveryState.Acknowledged, delivery.State);
        Assert.Equal(new Receipt(Instant.FromUtc(2022, 12, 20, 9, 0), AcknowledgedHow.Link, "Britta Bengtsson"), delivery.Receipt);
        Assert.Contains("Bekräftat genom länken av Britta Bengtsson 20 december 2022 kl. 10.00", shown.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("<button", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Kvitterad", (await world.GetAsync($"/expediering/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_waits_for_or_is_tried_again_is_received_when_it_is_confirmed()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);

        foreach (var name in (string[])["adopted", "waiting", "person", "owed"])
        {
            Assert.Equal(303, (await new Browser(world).PostAsync(Address(world, ids[name]))).Status);
            var delivery = await FindAsync(world, ids[name]);
            Assert.Equal((DeliveryState.Acknowledged, null), (delivery.State, delivery.NextAt));
            Assert.False(delivery.MayBeClaimed(world.Clock.Now + Duration.FromDays(30), Duration.FromDays(1)));
        }
    }

    [Fact]
    public async Task A_try_that_is_under_way_can_still_end_and_does_not_undo_the_confirmation()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["owed"];
        var stream = DeliveryId.StreamOf(id);
        await world.RecordAsync(stream, new DeliveryClaimed(id, 1, world.Clock.Now + Duration.FromMinutes(5)));

        await new Browser(world).PostAsync(Address(world, id));
        var between = await FindAsync(world, id);
        await world.RecordAsync(stream, new AttemptEnded(id, 1, AttemptOutcome.HandedOver, "smtp.accepted", null, null, null));

        Assert.Equal((AttemptOutcome.Interrupted, "receipt.came-first"), (between.Attempts[^1].Outcome, between.Attempts[^1].Code));
        Assert.True(between.AwaitsEndOf(1));
        var after = await FindAsync(world, id);
        Assert.Equal((DeliveryState.Acknowledged, AttemptOutcome.HandedOver), (after.State, after.Attempts[^1].Outcome));
        Assert.False(after.AwaitsEndOf(1));
    }

    [Fact]
    public async Task Wrong_tokens_and_unknown_deliveries_get_the_same_answer()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);
        var unknown = DeliveryId.Of(Story.Plan, "x", "region", DeliveryVersion.Draft);
        var right = world.Signer.Receipt(ids["draft"]);
        string[] addresses =
        [
            $"/kvittens/{ids["draft"]}/{right[..^1]}{(right[^1] == 'A' ? 'B' : 'A')}",
            $"/kvittens/{ids["adopted"]}/{right}",
            $"/kvittens/{ids["draft"]}/{world.Signer.Download(ids["draft"], DocumentHash.Of([]))}",
            $"/kvittens/{ids["draft"]}/{right}=",
            $"/kvittens/{ids["draft"]}/%E2%82%AC",
            $"/kvittens/{unknown}/{right}",
            Address(world, unknown),
            Address(world, ids["notice"]),
            Address(world, "register"),
            Address(world, "x"),
        ];

        var shown = new List<Reply>();
        foreach (var address in addresses)
        {
            shown.Add(await world.GetAsync(address));
            Assert.Equal(404, (await new Browser(world).PostAsync(address)).Status);
        }

        Assert.All(shown, reply => Assert.Equal((404, shown[0].Body), (reply.Status, reply.Body)));
        Assert.Contains("Länken öppnar ingenting", shown[0].Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.HandedOver, (await FindAsync(world, ids["draft"])).State);
    }

    [Fact]
    public async Task A_link_of_an_earlier_key_still_opens_and_one_of_a_removed_key_does_not()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];
        var address = Address(world, id);
        world.Keys.Keys.Insert(0, Enumerable.Repeat((byte)9, 32).ToArray());

        Assert.NotEqual(address, Address(world, id));
        Assert.Equal(200, (await world.GetAsync(address)).Status);
        Assert.Equal(200, (await world.GetAsync(Address(world, id))).Status);
        world.Keys.Keys.RemoveAt(1);
        Assert.Equal(404, (await world.GetAsync(address)).Status);
    }

    [Fact]
    public async Task What_is_too_large_or_no_form_or_from_another_site_is_refused()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];
        var address = Address(world, id);

        var longName = await new Browser(world).PostAsync(address, ("namn", new string('x', 201)));
        Assert.Equal(422, longName.Status);
        Assert.Contains("längre än 200 tecken", longName.Text, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"namn-fel", longName.Body, StringComparison.Ordinal);
        Assert.Equal(413, (await new Browser(world).PostAsync(address, ("namn", new string('x', 20_000)))).Status);
        Assert.Equal(400, (await new Browser(world) { Always = c => c.Request.ContentLength = null }.PostAsync(address, ("namn", new string('x', 20_000)))).Status);
        Assert.Equal(415, (await new Browser(world) { Always = c => c.Request.ContentType = "multipart/form-data; boundary=x" }.PostAsync(address)).Status);
        Assert.Equal(403, (await new Browser(world) { Always = c => c.Request.Headers["Sec-Fetch-Site"] = "cross-site" }.PostAsync(address)).Status);
        foreach (var method in (string[])["PUT", "DELETE", "OPTIONS"]) Assert.Equal(405, (await world.GetAsync(address, method)).Status);
        Assert.Equal(DeliveryState.HandedOver, (await FindAsync(world, id)).State);
    }

    [Fact]
    public async Task Guessing_is_limited_for_one_address_and_for_nobody_else()
    {
        using var world = new World();
        static void From(HttpContext context, string address) => context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);

        for (var i = 0; i < GuessLimit.RequestsPerMinute; i++)
            Assert.Equal(404, (await world.GetAsync($"/kvittens/folkhalsa.2023.x/{i}", change: c => From(c, "203.0.113.9"))).Status);

        var limited = await world.GetAsync("/handling/a/b/c/d", change: c => From(c, "203.0.113.9"));
        Assert.Equal((429, "60"), (limited.Status, limited.Headers.RetryAfter.ToString()));
        Assert.Contains("Vänta en minut", limited.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await world.GetAsync("/kvittens/x/y", change: c => From(c, "203.0.113.10"))).Status);
        Assert.Equal(200, (await world.GetAsync("/health/live", change: c => From(c, "203.0.113.9"))).Status);
    }

    private static string Address(World world, string id) => $"/kvittens/{id}/{world.Signer.Receipt(id)}";

    private static async Task<Delivery> FindAsync(World world, string id) =>
        (await world.Ledger.LoadAsync<DeliveryBook>(DeliveryId.StreamOf(id), default)).Find(id)!;
}
