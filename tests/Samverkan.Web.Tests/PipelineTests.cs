using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samverkan.Web.Http;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class PipelineTests
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/avtal", 200)]
    [InlineData("/finns-inte", 404)]
    [InlineData("/api/deliveries", 200)]
    [InlineData("/api/deliveries?status=x", 400)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    public async Task Every_answer_has_the_security_headers_and_stays_in_no_cache(string address, int status)
    {
        using var world = new World();

        var reply = await world.GetAsync(address);

        Assert.Equal(status, reply.Status);
        AssertHeaders(reply);
        Assert.Equal("no-store", reply.Headers.CacheControl);
        Assert.False(reply.Headers.ContainsKey(HeaderNames.SetCookie));
    }

    [Fact]
    public async Task Failure_is_answered_with_a_reference_and_nothing_of_its_cause()
    {
        using var world = new World();
        world.Log.Failure = new InvalidOperationException("hemligt: databasens sökväg");

        var reply = await world.GetAsync("/");

        Assert.Equal(500, reply.Status);
        AssertHeaders(reply);
        Assert.Contains("Något gick fel", reply.Text, StringComparison.Ordinal);
        Assert.Matches("Referens: [0-9a-f]{8}", reply.Text);
        Assert.DoesNotContain("hemligt", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_of_the_api_is_answered_with_json()
    {
        using var world = new World();
        world.Log.Failure = new InvalidOperationException();

        var reply = await world.GetAsync("/api/deliveries");

        Assert.Equal(500, reply.Status);
        Assert.Equal(Answer.Json, reply.Headers.ContentType);
        Assert.Matches("^{\"code\":\"http.failed\",\"message\":\"Något gick fel.*\",\"reference\":\"[0-9a-f]{8}\"}$", reply.Body);
    }

    [Fact]
    public async Task No_exception_leaves_the_pipeline_even_where_nothing_can_be_written()
    {
        using var world = new World();

        var reply = await world.GetAsync("/", change: context => context.Response.Body = new UnwritableStream());

        Assert.Equal(500, reply.Status);
    }

    [Fact]
    public async Task A_request_that_its_client_gave_up_is_no_failure()
    {
        using var world = new World();
        world.Log.Failure = new OperationCanceledException();

        var reply = await world.GetAsync("/", change: context => context.RequestAborted = new CancellationToken(canceled: true));

        Assert.Equal(499, reply.Status);
        Assert.Empty(reply.Body);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Pages_are_only_read(string method)
    {
        using var world = new World();

        var reply = await world.GetAsync("/avtal", method);

        Assert.Equal(405, reply.Status);
        Assert.Equal("GET, HEAD", reply.Headers.Allow);
        Assert.Contains("Det går bara att läsa här", reply.Text, StringComparison.Ordinal);
        AssertHeaders(reply);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/finns-inte")]
    [InlineData("/api/deliveries")]
    public async Task Head_gives_the_headers_of_get_and_no_body(string address)
    {
        using var world = new World();
        var get = await world.GetAsync(address);

        var head = await world.GetAsync(address, "HEAD");

        Assert.Equal(get.Status, head.Status);
        Assert.Equal(get.Headers.ContentLength, head.Headers.ContentLength);
        Assert.True(head.Headers.ContentLength > 0);
        Assert.Empty(head.Body);
    }

    [Theory]
    [InlineData("elsewhere.example", 400)]
    [InlineData("localhost.elsewhere.example", 400)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("127.0.0.1:7071", 200)]
    [InlineData("[::1]:7071", 200)]
    public async Task Only_the_hosts_own_names_are_answered_and_none_is_echoed(string host, int status)
    {
        using var world = new World();

        var reply = await world.GetAsync("/", change: context => context.Request.Host = new HostString(host));

        Assert.Equal(status, reply.Status);
        Assert.DoesNotContain("elsewhere", reply.Body, StringComparison.Ordinal);
        AssertHeaders(reply);
    }

    [Fact]
    public async Task Any_host_name_is_answered_where_the_options_say_so()
    {
        using var world = new World(new WebOptions { AllowedHosts = ["*"] });

        var reply = await world.GetAsync("/", change: context => context.Request.Host = new HostString("samverkan.sjoberga.example"));

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain("sjoberga.example", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_says_no_while_the_store_cannot_be_read_and_heals()
    {
        using var world = new World();
        world.Log.Failure = new IOException("disk");
        var broken = await world.GetAsync("/health/ready");
        var alive = await world.GetAsync("/health/live");
        world.Log.Failure = null;

        Assert.Equal(503, broken.Status);
        Assert.StartsWith("""{"status":"unhealthy","problems":["Expedieringsloggen går inte att läsa.""", broken.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", broken.Body, StringComparison.Ordinal);
        Assert.Equal((200, """{"status":"healthy"}"""), (alive.Status, alive.Body));
        Assert.Equal(200, (await world.GetAsync("/health/ready")).Status);
    }

    private static void AssertHeaders(Reply reply)
    {
        Assert.Equal(SecurityHeaders.Policy, reply.Headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", reply.Headers.XContentTypeOptions);
        Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
        Assert.Equal("same-origin", reply.Headers["Cross-Origin-Opener-Policy"]);
    }

    private sealed class UnwritableStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection is gone.");
    }
}
