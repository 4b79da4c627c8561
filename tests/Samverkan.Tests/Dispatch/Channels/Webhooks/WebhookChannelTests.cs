using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Tests.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

/// <summary>What the channel makes of answers and of parcels that it may not send, against a real server.</summary>
public sealed class WebhookChannelTests
{
    private readonly WebhookSending _sending = new();

    [Theory]
    [InlineData(200, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(202, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(204, AttemptOutcome.HandedOver, WebhookCodes.Accepted, EndpointHealth.Works)]
    [InlineData(301, AttemptOutcome.Permanent, WebhookCodes.Redirected, EndpointHealth.Works)]
    [InlineData(307, AttemptOutcome.Permanent, WebhookCodes.Redirected, EndpointHealth.Works)]
    [InlineData(400, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
    [InlineData(401, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
    [InlineData(403, AttemptOutcome.Permanent, WebhookCodes.Refused, EndpointHealth.Works)]
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

        var result = await _sending.SendAsync(receiver.Port);

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
        Assert.Equal(seconds is { } s ? Duration.FromSeconds(s) : null, (await _sending.SendAsync(receiver.Port)).RetryAfter);
    }

    [Fact]
    public async Task A_notice_needs_no_links()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var notice = Parcels.Of(Sample.Notice(Sample.Item(NoticeKind.Reminder, 7))) with { Channel = WebhookSending.Address("http", receiver.Port) };
        Assert.Equal(AttemptOutcome.HandedOver, (await _sending.Channel(_sending.Options, new SampleLinks(null)).SendAsync(notice, default)).Outcome);
        using var json = JsonDocument.Parse(Assert.Single(receiver.Posts).Body);
        Assert.Equal("delivery.notice", json.RootElement.GetProperty("type").GetString());
        Assert.Empty(json.RootElement.GetProperty("data").GetProperty("documents").EnumerateArray());
    }

    [Fact]
    public async Task A_document_that_the_archive_has_lost_is_not_announced()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var parcel = Parcels.Adopted() with { Channel = WebhookSending.Address("http", receiver.Port), Open = (_, _) => Task.FromResult<Stream?>(null) };
        Assert.Equal(MailCodes.DocumentMissing, (await _sending.Channel(_sending.Options, new SampleLinks("https://samverkan.example/")).SendAsync(parcel, default)).Code);
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task A_private_address_is_not_called_unless_allowed()
    {
        await using var receiver = await Receiver.StartAsync(200);
        Assert.Equal(WebhookSending.Permanent(WebhookCodes.PrivateAddress), await _sending.SendAsync(receiver.Port, _sending.Options with { AllowPrivate = [] }));
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
        var result = await _sending.SendAsync(receiver.Port);
        Assert.Equal(AttemptOutcome.HandedOver, result.Outcome);
        Assert.InRange(result.Answer!.Length, 100, 2001);
    }

    [Fact]
    public async Task A_host_that_stops_abandons_the_try()
    {
        await using var receiver = await Receiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var parcel = Parcels.Adopted() with { Channel = WebhookSending.Address("http", receiver.Port) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _sending.Channel(_sending.Options, new SampleLinks("https://samverkan.example/")).SendAsync(parcel, stop.Token));
    }
}
