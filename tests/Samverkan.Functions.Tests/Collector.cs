using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Functions.Tests;

/// <summary>An OpenTelemetry collector that keeps what it is sent over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _site;

    private Collector(WebApplication site) => _site = site;

    public ConcurrentQueue<(string Path, string ContentType, string Body)> Received { get; } = new();

    public string Address => _site.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._site.Run(collector.TakeAsync);
        await collector._site.StartAsync();
        return collector;
    }

    /// <summary>What came to one path. Texts lie in protobuf as they are, so that they are found in it.</summary>
    public string Sent(string path) => string.Concat(Received.Where(r => r.Path == path).Select(r => r.Body));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received.Enqueue((context.Request.Path, context.Request.ContentType ?? "", Encoding.UTF8.GetString(body.ToArray())));
        context.Response.ContentType = "application/x-protobuf";
    }
}
