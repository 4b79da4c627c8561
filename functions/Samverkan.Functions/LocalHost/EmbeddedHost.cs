using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.Functions.Registers;

namespace Samverkan.Functions.LocalHost;

/// <summary>Runs the functions in this process: Kestrel for the one with an HTTP trigger, background services for the others.</summary>
internal static class EmbeddedHost
{
    /// <summary>How long what runs may take to stop: what the queue's runner gives deliveries in hand, and some for the rest.</summary>
    internal static readonly TimeSpan LongestStop = QueueRunner.Grace + TimeSpan.FromSeconds(3);

    /// <summary>Adds what runs the functions with timers, blobs and queues, and imports the register.</summary>
    public static IServiceCollection AddEmbeddedFunctions(this IServiceCollection services)
    {
        // The register first: the others wait until it is there.
        services.AddHostedService<RegisterRunner>();
        services.AddHostedService<TimerRunner>();
        services.AddHostedService<InboxRunner>();
        services.AddHostedService<QueueRunner>();
        return services;
    }

    /// <summary>Makes the host; nothing runs yet.</summary>
    public static WebApplication Create(IConfiguration configuration, string urls, Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        }).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // It warns that keys in a folder are not encrypted: README says whose they are.
        builder.Services.Configure<HostOptions>(o =>
        {
            o.ShutdownTimeout = LongestStop;
            o.ServicesStopConcurrently = true;
        });
        builder.Services.AddSingleton<FunctionInvoker>();
        add(builder.Services);
        var app = builder.Build();
        app.RunSite(app.Services.GetRequiredService<FunctionInvoker>());
        return app;
    }

    /// <summary>Starts the host, says where it is, and runs it until it is stopped; returns the exit code.</summary>
    public static async Task<int> RunAsync(WebApplication host, string greeting, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(ListenAddresses.Taken(host.Configuration[WebHostDefaults.ServerUrlsKey]!));
            return 1;
        }

        var hello = new StringBuilder("Samverkan kör på ").AppendJoin(", ", host.Urls).Append(". ").Append(greeting).Append(" Ctrl+C stoppar.");
        Console.WriteLine(hello);
        await host.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
