using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samverkan.Dispatch.Channels.Webhooks;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>What is posted, how it is signed, and the secrets that it is signed with.</summary>
public sealed class WebhookSignatureTests
{
    private static readonly string NewKey = Convert.ToBase64String([.. Enumerable.Range(100, 24).Select(i => (byte)i)]);

    private readonly WebhookSending _sending = new();

    [Fact]
    public async Task The_post_is_signed_as_Standard_Webhooks_says_and_holds_facts_and_links()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await _sending.SendAsync(receiver.Port);
        await _sending.SendAsync(receiver.Port);

        var (first, second) = (receiver.Posts.First(), receiver.Posts.Last());
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(Parcels.Adopted().Id, first.Headers["webhook-id"]);
        Assert.Equal("1670850030", first.Headers["webhook-timestamp"]);
        Assert.Equal(["v1," + Independent(first, WebhookSending.Key)], first.Headers["webhook-signature"].Split(' '));
        Assert.Equal("application/json; charset=utf-8", first.Headers["content-type"]);

        using var json = JsonDocument.Parse(first.Body);
        Assert.Equal("delivery.adopted", json.RootElement.GetProperty("type").GetString());
        Assert.Equal("2022-12-12T11:00:00Z", json.RootElement.GetProperty("timestamp").GetString());
        var data = json.RootElement.GetProperty("data");
        Assert.Equal(Parcels.Adopted().Id, data.GetProperty("id").GetString());
        Assert.Equal(2023, data.GetProperty("planYear").GetInt32());
        Assert.Equal("2022-12-01", data.GetProperty("due").GetString());
        Assert.Equal("193", data.GetProperty("decision").GetProperty("paragraph").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("decision").GetProperty("decidedOn").ValueKind);
        Assert.Equal("https://samverkan.example/kvittens", data.GetProperty("receiptUrl").GetString());
        var documents = data.GetProperty("documents").EnumerateArray().ToArray();
        Assert.Equal([Parcels.Plan.Hash.Value, Parcels.Extract.Hash.Value], documents.Select(d => d.GetProperty("sha256").GetString()));
        Assert.Equal(Parcels.PlanBytes.Length, documents[0].GetProperty("size").GetInt32());
        Assert.Equal($"https://samverkan.example/handling/{Parcels.Plan.Hash}", documents[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task While_a_secret_is_changed_both_sign()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await _sending.SendAsync(receiver.Port, _sending.Options with { Secrets = WebhookSending.Secret($"whsec_{NewKey} whsec_{WebhookSending.Key}") });
        var posted = Assert.Single(receiver.Posts);
        Assert.Equal(
            ["v1," + Independent(posted, NewKey), "v1," + Independent(posted, WebhookSending.Key)],
            posted.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task Without_a_secret_or_links_nothing_is_posted_and_a_person_is_asked()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(WebhookSending.Permanent(WebhookCodes.NoSecret), await _sending.SendAsync(receiver.Port, new WebhookOptions()));
        Assert.Equal(WebhookSending.Permanent(WebhookCodes.NoLinks), await _sending.SendAsync(receiver.Port, links: new SampleLinks(null)));
        Assert.Empty(receiver.Posts);
    }

    [Theory]
    [InlineData("hemligt")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_!!!!")]
    [InlineData("")]
    public void A_secret_that_is_none_is_a_problem_that_does_not_repeat_it(string secret)
    {
        var problem = Assert.Single(new WebhookOptions { Secrets = WebhookSending.Secret(secret) }.Problems());
        Assert.StartsWith("Webhook:Secrets:vgr-folkhalsa ska vara", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", new WebhookOptions { Secrets = WebhookSending.Secret("hemligt") }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_other_settings_name_them()
    {
        Assert.Empty(_sending.Options.Problems());
        Assert.Equal(
            ["Webhook:AllowPrivate", "Webhook:Timeout"],
            new WebhookOptions { AllowPrivate = ["intern.example:443"], Timeout = TimeSpan.FromMinutes(6) }.Problems().Select(p => p.Split(' ')[0]));
    }

    // Worked out as a receiver would, from the headers and the bytes alone.
    private static string Independent(Posted posted, string key)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(key));
        hmac.TransformBlock(Encoding.ASCII.GetBytes(posted.Headers["webhook-id"] + "."), 0, posted.Headers["webhook-id"].Length + 1, null, 0);
        hmac.TransformBlock(Encoding.ASCII.GetBytes(posted.Headers["webhook-timestamp"] + "."), 0, posted.Headers["webhook-timestamp"].Length + 1, null, 0);
        hmac.TransformFinalBlock(posted.Body, 0, posted.Body.Length);
        return Convert.ToBase64String(hmac.Hash!);
    }
}
