using Samverkan.Signals;

namespace Samverkan.Web.Tests.Support;

/// <summary>The timers' newest runs in memory.</summary>
public sealed class MemoryTimerRuns : ITimerRuns
{
    private readonly Dictionary<string, TimerRun> _runs = new(StringComparer.Ordinal);

    public Task NoteAsync(TimerRun run, CancellationToken cancellation)
    {
        _runs[run.Name] = run;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TimerRun>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<TimerRun>>([.. _runs.Values.OrderBy(r => r.Name, StringComparer.Ordinal)]);
}
