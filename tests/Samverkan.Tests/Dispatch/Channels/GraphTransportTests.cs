using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Tests.Dispatch.Channels.Webhooks;
using Samverkan.Tests.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Microsoft Graph's answers, from a real web server.</summary>
public sealed class GraphTransportTests : IClock, IMailTokens
{
    private readonly ListedTokens _renewed = new("hemlig-biljett", "ny-biljett");
    private MailToken? _token;

    public Instant GetCurrentInstant() => Sample.Noon;

    public Task<MailToken> GetAsync(MailToken? refused, CancellationToken cancellation) => _token is { } token ? Task.FromResult(token) : _renewed.GetAsync(refused, cancellation);

    [Fact]
    public async Task The_same_MIME_goes_in_base64_from_the_mailbox()
    {
        await using var graph = await Receiver.StartAsync(202);
        var result = await SendAsync(graph.Port);
        Assert.Equal((AttemptOutcome.HandedOver, "graph.accepted"), (result.Outcome, result.Code));
        var post = Assert.Single(graph.Posts);
        Assert.Equal("POST /v1.0/users/samverkan@alingsas.example/sendMail", post.Line);
        Assert.Equal(("text/plain", "Bearer hemlig-biljett"), (post.Headers["content-type"], post.Headers["authorization"]));
        var mail = MimeReader.Read(Convert.FromBase64String(Encoding.ASCII.GetString(post.Body)));
        Assert.Equal(Parcels.Adopted().Letter.Subject, mail.Header("Subject"));
        Assert.Equal(Parcels.ExtractBytes, mail.All().Last(part => part.IsAttachment).Content());
    }

    [Theory]
    [InlineData(200, AttemptOutcome.Permanent, "graph.refused", EndpointHealth.Fails)]
    [InlineData(302, AttemptOutcome.Permanent, "graph.refused", EndpointHealth.Fails)]
    [InlineData(400, AttemptOutcome.Permanent, "graph.refused", EndpointHealth.Works)]
    [InlineData(401, AttemptOutcome.Permanent, "graph.denied", EndpointHealth.Fails)]
    [InlineData(403, AttemptOutcome.Permanent, "graph.denied", EndpointHealth.Fails)]
    [InlineData(404, AttemptOutcome.Permanent, "graph.refused", EndpointHealth.Fails)]
    [InlineData(408, AttemptOutcome.Transient, "graph.deferred", EndpointHealth.Fails)]
    [InlineData(413, AttemptOutcome.Permanent, "mail.too-large", EndpointHealth.Works)]
    [InlineData(429, AttemptOutcome.Transient, "graph.deferred", EndpointHealth.Fails)]
    [InlineData(500, AttemptOutcome.Transient, "graph.deferred", EndpointHealth.Fails)]
    [InlineData(503, AttemptOutcome.Transient, "graph.deferred", EndpointHealth.Fails)]
    public async Task Each_answer_has_its_code_and_counts_for_the_endpoint_unless_it_is_about_the_message(
        int status, AttemptOutcome outcome, string code, EndpointHealth health)
    {
        await using var graph = await Receiver.StartAsync(status, ("Retry-After", "120"), ("Location", "/"));
        var result = await SendAsync(graph.Port);
        Assert.Equal((outcome, code, health), (result.Outcome, result.Code, result.Endpoint));
        Assert.Equal(outcome is AttemptOutcome.Transient ? Duration.FromSeconds(120) : null, result.RetryAfter);
        Assert.Single(graph.Posts);
        Assert.Contains(code, Failures.Known);
    }

    [Fact]
    public async Task What_is_too_large_by_its_own_words_goes_with_links_in_the_same_try()
    {
        var first = true;
        await using var graph = await Receiver.StartAsync(async context =>
        {
            context.Response.StatusCode = first ? 400 : 202;
            if (first) await context.Response.WriteAsync("""{"error":{"code":"ErrorMessageSizeExceeded"}}""");
            first = false;
        });
        var result = await SendAsync(graph.Port, Parcels.Linked(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Parcels.Plan)));
        Assert.Equal((AttemptOutcome.HandedOver, 2), (result.Outcome, graph.Posts.Count));
    }

    [Fact]
    public async Task An_escalation_that_is_too_large_goes_without_its_package_in_the_same_try()
    {
        await using var graph = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.ContentLength > 10_000 ? 413 : 202;
            return Task.CompletedTask;
        });
        var result = await SendAsync(graph.Port, Parcels.Escalation(null));
        Assert.Equal((AttemptOutcome.HandedOver, 2), (result.Outcome, graph.Posts.Count));
    }

    [Fact]
    public async Task A_cut_before_the_answer_may_have_sent_it_and_nobody_there_has_not()
    {
        int port;
        await using (var graph = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }))
        {
            port = graph.Port;
            Assert.Equal("graph.outcome-unknown", (await SendAsync(port)).Code);
        }

        Assert.Equal((AttemptOutcome.Transient, "graph.unreachable"), (await SendAsync(port)) is var result ? (result.Outcome, result.Code) : default);
    }

    [Fact]
    public async Task A_token_that_has_ended_costs_a_try_and_a_new_one_that_is_refused_needs_a_person()
    {
        int[] answers = [202, 401, 202, 401, 401];
        var post = 0;
        await using var graph = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = answers[post++];
            return Task.CompletedTask;
        });
        var channel = Channel(graph.Port);
        var results = new List<(AttemptOutcome, string, EndpointHealth)>();
        foreach (var _ in answers)
        {
            var result = await channel.SendAsync(Parcels.Adopted(), default);
            results.Add((result.Outcome, result.Code, result.Endpoint));
        }

        Assert.Equal(
            [
                (AttemptOutcome.HandedOver, "graph.accepted", EndpointHealth.Works),
                (AttemptOutcome.Transient, "graph.login-expired", EndpointHealth.Unknown),
                (AttemptOutcome.HandedOver, "graph.accepted", EndpointHealth.Works),
                (AttemptOutcome.Transient, "graph.login-expired", EndpointHealth.Unknown),
                (AttemptOutcome.Permanent, "graph.denied", EndpointHealth.Fails),
            ],
            results);
        Assert.Equal(
            ["Bearer hemlig-biljett", "Bearer hemlig-biljett", "Bearer ny-biljett", "Bearer ny-biljett", "Bearer ny-biljett"],
            graph.Posts.Select(p => p.Headers["authorization"]));
    }

    [Theory]
    [InlineData(false, AttemptOutcome.Permanent, "mail.token-refused")]
    [InlineData(true, AttemptOutcome.Transient, "mail.token-unavailable")]
    public async Task Without_a_token_nothing_is_posted_and_that_is_no_fault_of_one_delivery(bool mayPass, AttemptOutcome outcome, string code)
    {
        _token = mayPass ? MailToken.Unavailable : MailToken.Refused;
        await using var graph = await Receiver.StartAsync(202);
        Assert.Equal(new ChannelResult(outcome, code, null) { Endpoint = EndpointHealth.Fails }, await SendAsync(graph.Port));
        Assert.Empty(graph.Posts);
    }

    [Fact]
    public async Task A_Graph_that_does_not_answer_in_time_may_have_sent_it()
    {
        var never = new TaskCompletionSource();
        await using var graph = await Receiver.StartAsync(_ => never.Task);
        var result = await Channel(graph.Port, TimeSpan.FromSeconds(1)).SendAsync(Parcels.Adopted(), default).WaitAsync(TimeSpan.FromSeconds(20));
        never.SetResult();
        Assert.Equal((AttemptOutcome.Transient, "graph.outcome-unknown", EndpointHealth.Fails), (result.Outcome, result.Code, result.Endpoint));
        Assert.Single(graph.Posts);
    }

    private Task<ChannelResult> SendAsync(int port, Parcel? parcel = null) => Channel(port).SendAsync(parcel ?? Parcels.Adopted(), default);

    private EmailChannel Channel(int port, TimeSpan? timeout = null)
    {
        var options = new MailOptions { Via = MailVia.Graph, From = "samverkan@alingsas.example", GraphUrl = new Uri($"http://127.0.0.1:{port}/v1.0") };
        if (timeout is { } time) options = options with { GraphTimeout = time };
        Assert.Empty(options.Problems());
        return new EmailChannel(new GraphTransport(options, this, this, NullLogger<GraphTransport>.Instance), options);
    }
}
