using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>The same pipeline in the two hosts that it is made for.</summary>
public class HostTests
{
    [Fact]
    public async Task Kestrel_serves_the_pipeline_of_a_plain_host()
    {
        using var world = new World();
        var ids = await Story.PlayAsync(world);
        using var host = PlainHost(world);
        await using var kestrel = await ServeAsync(WebPipeline.Build(host.Services));
        using var client = new HttpClient { BaseAddress = new Uri(kestrel.Urls.Single()) };

        var page = await client.GetAsync($"/expediering/{ids["person"]}");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("x=1") };
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Hälso- och sjukvårdsnämndens kansli", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.SendAsync(post)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(elsewhere)).StatusCode);
    }

    [Fact]
    public async Task A_function_that_catches_every_path_hands_its_context_to_the_pipeline()
    {
        using var world = new World();
        await Story.PlayAsync(world);
        using var host = PlainHost(world);
        var pipeline = WebPipeline.Build(host.Services);
        await using var kestrel = await ServeAsync(null, outer => outer.Map("{*path}", async (HttpContext context) =>
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            await pipeline(context);
        }));
        using var client = new HttpClient { BaseAddress = new Uri(kestrel.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/avtal/folkhalsa")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/finns-inte")).StatusCode);
        world.Store.Failure = new IOException("disk");
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/avtal/folkhalsa")).StatusCode);
    }

    private static IHost PlainHost(World world)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        world.Compose(builder.Services);
        return builder.Build();
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate? pipeline, Action<IEndpointRouteBuilder>? routes = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        if (pipeline is not null) ((IApplicationBuilder)app).Run(pipeline);
        routes?.Invoke(app);
        await app.StartAsync();
        return app;
    }
}
