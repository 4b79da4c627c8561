using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Tests.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>Each row of the channel's fault table, against a real server.</summary>
public sealed class WebhookChannelTests : IClock
{
    private static readonly string OldKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly string NewKey = Convert.ToBase64String([.. Enumerable.Range(100, 24).Select(i => (byte)i)]);
    private static readonly Instant Now = Instant.FromUtc(2022, 12, 12, 13, 0, 30);

    private readonly WebhookOptions _options = new()
    {
        Secrets = new Dictionary<string, string>(StringComparer.Ordinal) { [Sample.Region.Id.Value] = "whsec_" + OldKey },
        AllowPrivate = ["127.0.0.1"],
        Timeout = TimeSpan.FromSeconds(10),
    };

    public Instant GetCurrentInstant() => Now;

    [Theory]
    [InlineData(200, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(202, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(204, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(301, AttemptOutcome.Permanent, WebhookCodes.Redirected, EndpointHealth.Works)]
    [InlineData(307, AttemptOutcome.Permanent, WebhookCodes.Redirected, EndpointHealth.Works)]
    [InlineData(400, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
    [InlineData(401, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
    [InlineData(404, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
    [InlineData(410, AttemptOutcome.Permanent, WebhookCodes.Gone, EndpointHealth.Works)]
    [InlineData(408, AttemptOutcome.Transient, WebhookCodes.Deferred, EndpointHealth.Fails)]
    [InlineData(425, AttemptOutcome.Transient, WebhookCodes.Deferred, EndpointHealth.Fails)]
    [InlineData(429, AttemptOutcome.Transient, WebhookCodes.Deferred, EndpointHealth.Fails)]
    [InlineData(500, AttemptOutcome.Transient, WebhookCodes.ServerError, EndpointHealth.Fails)]
    [InlineData(503, AttemptOutcome.Transient, WebhookCodes.ServerError, EndpointHealth.Fails)]
    public async Task An_answer_decides_by_its_status(int status, AttemptOutcome outcome, string code, EndpointHealth health)
    {
        await using var receiver = await Receiver.StartAsync(status, ("Location", "/annanstans"));

        var result = await SendAsync(receiver.Port);

        Assert.Equal((outcome, code, health), (result.Outcome, result.Code, result.Endpoint));
        Assert.StartsWith(status.ToString(CultureInfo.InvariantCulture), result.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Answer!);
        Assert.Equal("POST /mottagning", Assert.Single(receiver.Posts).Line);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 12 Dec 2022 13:05:30 GMT", 300)]
    [InlineData("Mon, 12 Dec 2022 12:00:00 GMT", null)]
    [InlineData("0", null)]
    [InlineData("99999999", null)]
    [InlineData("snart", null)]
    public async Task Retry_After_is_the_receivers_wish(string header, int? seconds)
    {
        await using var receiver = await Receiver.StartAsync(503, ("Retry-After", header));
        Assert.Equal(seconds is { } s ? Duration.FromSeconds(s) : null, (await SendAsync(receiver.Port)).RetryAfter);
    }

    [Fact]
    public async Task The_post_is_signed_as_Standard_Webhooks_says_and_holds_facts_and_links()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await SendAsync(receiver.Port);
        await SendAsync(receiver.Port);

        var (first, second) = (receiver.Posts.First(), receiver.Posts.Last());
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(Parcels.Adopted().Id, first.Headers["webhook-id"]);
        Assert.Equal("1670850030", first.Headers["webhook-timestamp"]);
        Assert.Equal(["v1," + Independent(first, OldKey)], first.Headers["webhook-signature"].Split(' '));
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
        await SendAsync(receiver.Port, _options with { Secrets = Secret($"whsec_{NewKey} whsec_{OldKey}") });
        var posted = Assert.Single(receiver.Posts);
        Assert.Equal(
            ["v1," + Independent(posted, NewKey), "v1," + Independent(posted, OldKey)],
            posted.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task Without_a_secret_or_links_nothing_is_posted_and_a_person_is_asked()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(Permanent(WebhookCodes.NoSecret), await SendAsync(receiver.Port, new WebhookOptions()));
        Assert.Equal(Permanent(WebhookCodes.NoLinks), await SendAsync(receiver.Port, links: new Links(null)));
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task A_notice_needs_no_links()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var notice = Parcels.Of(Sample.Notice(Sample.Item(NoticeKind.Reminder, 7))) with { Channel = Address("http", receiver.Port) };
        Assert.Equal(AttemptOutcome.HandedOver, (await Channel(_options, new Links(null)).SendAsync(notice, default)).Outcome);
        using var json = JsonDocument.Parse(Assert.Single(receiver.Posts).Body);
        Assert.Equal("delivery.notice", json.RootElement.GetProperty("type").GetString());
        Assert.Empty(json.RootElement.GetProperty("data").GetProperty("documents").EnumerateArray());
    }

    [Fact]
    public async Task A_document_that_the_archive_has_lost_is_not_announced()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var parcel = Parcels.Adopted() with { Channel = Address("http", receiver.Port), Open = (_, _) => Task.FromResult<Stream?>(null) };
        Assert.Equal(MailCodes.DocumentMissing, (await Channel(_options, new Links("https://samverkan.example/")).SendAsync(parcel, default)).Code);
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task A_private_address_is_not_called_unless_allowed()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(Permanent(WebhookCodes.PrivateAddress), await SendAsync(receiver.Port, _options with { AllowPrivate = [] }));
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task An_answer_without_end_is_read_no_further_than_its_beginning()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            var chunk = Encoding.ASCII.GetBytes(new string('a', 65536));
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        var result = await SendAsync(receiver.Port);
        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.InRange(result.Answer!.Length, 100, 2001);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_unknown_whether_it_arrived()
    {
        await using var receiver = await Receiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var result = await SendAsync(receiver.Port, _options with { Timeout = TimeSpan.FromSeconds(1) });
        Assert.Equal(Transient(WebhookCodes.OutcomeUnknown), result);
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task A_connection_cut_after_the_body_leaves_it_unknown_whether_it_arrived()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(Transient(WebhookCodes.OutcomeUnknown), await SendAsync(receiver.Port));
    }

    [Fact]
    public async Task A_connection_cut_before_the_body_was_through_is_a_broken_one()
    {
        var port = Listen(async client =>
        {
            await client.GetStream().ReadExactlyAsync(new byte[100]);
            client.Client.Close(0);
        });
        var parcel = Parcels.Adopted() with { Channel = Address("http", port) };
        parcel = parcel with { Letter = parcel.Letter with { Text = new string('x', 30_000_000) } };
        Assert.Equal(Transient(WebhookCodes.Disconnected), await Channel(_options, new Links("https://samverkan.example/")).SendAsync(parcel, default));
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(Transient(WebhookCodes.Unreachable), await SendAsync(port));
    }

    [Fact]
    public async Task What_speaks_no_HTTP_is_told_apart()
    {
        var port = Listen(async client => await client.GetStream().WriteAsync("220 mejl.example ESMTP\r\n"u8.ToArray()));
        Assert.Equal(Transient(WebhookCodes.NotHttp), await SendAsync(port));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_a_permanent_fault()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await using var receiver = await Receiver.StartAsync(_ => Task.CompletedTask, certificate);
        var result = await SendAsync(receiver.Port, scheme: "https");
        Assert.Equal(Permanent(WebhookCodes.CertificateInvalid) with { Endpoint = EndpointHealth.Fails }, result);
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task A_handshake_that_fails_may_pass()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(Transient(WebhookCodes.TlsFailed), await SendAsync(receiver.Port, scheme: "https"));
    }

    [Fact]
    public async Task A_host_that_stops_abandons_the_try()
    {
        await using var receiver = await Receiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var parcel = Parcels.Adopted() with { Channel = Address("http", receiver.Port) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Channel(_options, new Links("https://samverkan.example/")).SendAsync(parcel, stop.Token));
    }

    [Theory]
    [InlineData("hemligt")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_!!!!")]
    [InlineData("")]
    public void A_secret_that_is_none_is_a_problem_that_does_not_repeat_it(string secret)
    {
        var problem = Assert.Single(new WebhookOptions { Secrets = Secret(secret) }.Problems());
        Assert.StartsWith("Webhook:Secrets:vgr-folkhalsa ska vara", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", new WebhookOptions { Secrets = Secret("hemligt") }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_other_settings_name_them()
    {
        Assert.Empty(_options.Problems());
        Assert.Equal(
            ["Webhook:AllowPrivate", "Webhook:Timeout"],
            new WebhookOptions { AllowPrivate = ["intern.example:443"], Timeout = TimeSpan.FromMinutes(6) }.Problems().Select(p => p.Split(' ')[0]));
    }

    private static Dictionary<string, string> Secret(string text) => new(StringComparer.Ordinal) { [Sample.Region.Id.Value] = text };

    private static ChannelResult Permanent(string code) => new(AttemptOutcome.Permanent, code, null);

    private static ChannelResult Transient(string code) => new(AttemptOutcome.Transient, code, null) { Endpoint = EndpointHealth.Fails };

    // Worked out as a receiver would, from the headers and the bytes alone.
    private static string Independent(Posted posted, string key)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(key));
        hmac.TransformBlock(Encoding.ASCII.GetBytes(posted.Headers["webhook-id"] + "."), 0, posted.Headers["webhook-id"].Length + 1, null, 0);
        hmac.TransformBlock(Encoding.ASCII.GetBytes(posted.Headers["webhook-timestamp"] + "."), 0, posted.Headers["webhook-timestamp"].Length + 1, null, 0);
        hmac.TransformFinalBlock(posted.Body, 0, posted.Body.Length);
        return Convert.ToBase64String(hmac.Hash!);
    }

    private static Channel Address(string scheme, int port)
    {
        Assert.True(Samverkan.Agreements.Channel.TryCreate(ChannelType.Webhook, $"{scheme}://127.0.0.1:{port}/mottagning", out var channel, out var problem), problem);
        return channel;
    }

    private static int Listen(Func<TcpClient, Task> serve)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await serve(client);
            await Task.Delay(1000);
            listener.Stop();
        });
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private WebhookChannel Channel(WebhookOptions options, IDeliveryLinks links) =>
        new(new WebhookClient(options, this, NullLogger<WebhookClient>.Instance), links, options);

    private Task<ChannelResult> SendAsync(int port, WebhookOptions? options = null, IDeliveryLinks? links = null, string scheme = "http") =>
        Channel(options ?? _options, links ?? new Links("https://samverkan.example/"))
            .SendAsync(Parcels.Adopted() with { Channel = Address(scheme, port) }, default);

    private sealed class Links(string? site) : IDeliveryLinks
    {
        public Uri? Receipt(string deliveryId) => site is null ? null : new Uri(site + "kvittens");

        public Uri? Download(string deliveryId, DocumentHash document, string name) => site is null ? null : new Uri($"{site}handling/{document}");
    }
}
