using Samverkan.Deadlines;

namespace Samverkan.Functions.Triggers;

/// <summary>Timer: checks every obligation against the calendar.</summary>
public sealed class DeadlineSweepTrigger(DeadlineSweep sweep)
{
    /// <summary>Sweeps once.</summary>
    [Function("DeadlineSweep")]
    public Task RunAsync([TimerTrigger("%DeadlineSweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
