using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Samverkan.Signals;

/// <summary>Measures the timers' work, traces it, and notes when it last was done.</summary>
public sealed partial class SweepSignals
{
    private readonly Instrumentation _instrumentation;
    private readonly Histogram<double> _duration;
    private readonly ITimerRuns _runs;
    private readonly IClock _clock;
    private readonly ILogger<SweepSignals> _log;

    /// <summary>Makes the instrument.</summary>
    public SweepSignals(Instrumentation instrumentation, ITimerRuns runs, IClock clock, ILogger<SweepSignals> log)
    {
        (_instrumentation, _runs, _clock, _log) = (instrumentation, runs, clock, log);
        _duration = instrumentation.Durations("samverkan.sweep.duration", "How long a sweep took.");
    }

    /// <summary>Runs a sweep, one of <see cref="SweepNames"/>, and returns what it counted.</summary>
    internal async Task<int> RunAsync(string sweep, Func<Task<int>> work, CancellationToken cancellation)
    {
        using var trace = _instrumentation.Traces.StartActivity("sweep");
        trace?.SetTag("samverkan.sweep", sweep);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var count = await work();
            trace?.SetTag("samverkan.sweep.count", count);
            await EndAsync(sweep, "ok", Stopwatch.GetElapsedTime(begun));
            return count;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The type alone: a message may name a file.
            trace?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            await EndAsync(sweep, "failed", Stopwatch.GetElapsedTime(begun));
            throw;
        }
    }

    // What cannot be noted does not undo what was done.
    private async Task EndAsync(string sweep, string outcome, TimeSpan took)
    {
        _duration.Record(took.TotalSeconds, new("sweep", sweep), new(SignalNames.Outcome, outcome));
        try
        {
            await _runs.NoteAsync(
                new TimerRun(sweep, _clock.GetCurrentInstant(), Duration.FromTimeSpan(took), outcome == "ok"), CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNotNoted(e, sweep);
        }
    }

    [LoggerMessage(6101, LogLevel.Warning, "That the sweep {Sweep} ran could not be noted; /health/detail shows the run before")]
    private partial void LogNotNoted(Exception e, string sweep);
}
