using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;
using NodaTime;

namespace Samverkan.Functions.LocalHost;

/// <summary>Runs the functions with a timer: once at start, to catch up, and then on their schedules in UTC; never two runs of one at a time.</summary>
internal sealed partial class TimerRunner(FunctionInvoker invoker, IConfiguration settings, IClock clock, ILogger<TimerRunner> log)
    : BackgroundService
{
    // A clock that jumps is noticed within this time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FunctionCatalog.With<TimerTriggerAttribute>().Select(t => RunAsync(t.Function, ScheduleOf(t.Trigger), stoppingToken)));

    private CrontabSchedule ScheduleOf(TimerTriggerAttribute trigger) =>
        Schedules.Parse(Schedules.Resolve(trigger.Schedule, settings));

    private async Task RunAsync(FunctionDescriptor function, CrontabSchedule schedule, CancellationToken stop)
    {
        await Task.Yield();
        var late = true;
        while (!stop.IsCancellationRequested)
        {
            await InvokeAsync(function, late, stop);
            late = await WaitAsync(schedule, stop) > Duration.FromMinutes(1);
        }
    }

    // Waits for the next time; returns how late it has become. A clock that has gone back has an earlier next time.
    private async Task<Duration> WaitAsync(CrontabSchedule schedule, CancellationToken stop)
    {
        for (var next = Instant.MaxValue; !stop.IsCancellationRequested;)
        {
            next = Instant.Min(next, NextAfter(schedule, clock.GetCurrentInstant()));
            var left = next - clock.GetCurrentInstant();
            if (left <= Duration.Zero) return -left;
            await Task.Delay(left.ToTimeSpan() < LongestWait ? left.ToTimeSpan() : LongestWait, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Duration.Zero;
    }

    private static Instant NextAfter(CrontabSchedule schedule, Instant now) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(schedule.GetNextOccurrence(now.ToDateTimeUtc()), DateTimeKind.Utc));

    private async Task InvokeAsync(FunctionDescriptor function, bool late, CancellationToken stop)
    {
        try
        {
            await invoker.InvokeAsync(function, [new TimerInfo { IsPastDue = late }], stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped(function.Name);
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name);
        }
    }

    [LoggerMessage(5401, LogLevel.Error, "Function {Function} failed; it runs again at its next time")]
    private partial void LogFailed(Exception e, string function);

    [LoggerMessage(5402, LogLevel.Information, "Function {Function} was stopped with the host")]
    private partial void LogStopped(string function);
}
