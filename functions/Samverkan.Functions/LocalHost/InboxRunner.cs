using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.Intake;

namespace Samverkan.Functions.LocalHost;

/// <summary>
/// Runs the functions with a blob trigger: looks into the inbox twice a second, which works on every file system and
/// network share, and calls them for each file that is whole. A file that failed is left to the inbox sweep for a minute.
/// </summary>
internal sealed partial class InboxRunner(FunctionInvoker invoker, IInbox inbox, ILogger<InboxRunner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, long> _failed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var functions = FunctionCatalog.With<BlobTriggerAttribute>().Select(f => f.Function).ToArray();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var name in await ListAsync(stoppingToken))
                foreach (var function in functions) await InvokeAsync(function, name, stoppingToken);
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken stop)
    {
        List<string> names = [];
        try
        {
            await foreach (var name in inbox.ListAsync(stop))
                if (!_failed.TryGetValue(name, out var at) || Environment.TickCount64 - at > Rest.TotalMilliseconds) names.Add(name);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception e)
        {
            LogUnlistable(e);
            await Task.Delay(TimeSpan.FromSeconds(5), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return names;
    }

    private async Task InvokeAsync(FunctionDescriptor function, string name, CancellationToken stop)
    {
        try
        {
            await invoker.InvokeAsync(function, [Stream.Null, name], stop);
            _failed.Remove(name);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped(function.Name);
        }
        catch (Exception e)
        {
            _failed[name] = Environment.TickCount64;
            LogFailed(e, function.Name);
        }
    }

    [LoggerMessage(5101, LogLevel.Error, "The inbox cannot be read; it is tried again in five seconds")]
    private partial void LogUnlistable(Exception e);

    [LoggerMessage(5102, LogLevel.Error, "Function {Function} failed for a file; the file stays in the inbox and is tried again in a minute")]
    private partial void LogFailed(Exception e, string function);

    [LoggerMessage(5103, LogLevel.Information, "Function {Function} was stopped with the host; its file stays in the inbox")]
    private partial void LogStopped(string function);
}
