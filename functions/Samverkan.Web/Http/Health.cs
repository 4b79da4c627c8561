using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch;

namespace Samverkan.Web.Http;

/// <summary>Answers for what watches the host: whether it lives, and whether it can do its work.</summary>
internal sealed partial class Health(LateDeliveries late, WebOptions options, IServiceProvider services, ILogger<Health> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static Task LiveAsync(HttpContext context) => WriteAsync(context, healthy: true);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read makes the host unready.")]
    internal async Task ReadyAsync(HttpContext context)
    {
        var healthy = true;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        wait.CancelAfter(Patience);
        try
        {
            healthy = !await late.AnyAsync(wait.Token);
            if (!healthy) LogLate();
            if (options.Reach is { } reach) await reach(services, wait.Token);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogUnready(e);
            healthy = false;
        }

        await WriteAsync(context, healthy);
    }

    private static Task WriteAsync(HttpContext context, bool healthy)
    {
        context.Response.StatusCode = healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Answer.WriteAsync(context, Answer.Json, healthy ? """{"status":"healthy"}""" : """{"status":"unhealthy"}""");
    }

    [LoggerMessage(5003, LogLevel.Error, "The storage cannot be used, so the host is not ready")]
    private partial void LogUnready(Exception e);

    [LoggerMessage(5004, LogLevel.Error, "A delivery's next try is more than five minutes late, so the host is not ready")]
    private partial void LogLate();
}
