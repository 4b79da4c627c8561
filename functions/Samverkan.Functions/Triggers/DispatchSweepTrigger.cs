using Samverkan.Dispatch;

namespace Samverkan.Functions.Triggers;

/// <summary>Timer: finds deliveries that the queue has lost, and rows that are behind.</summary>
public sealed class DispatchSweepTrigger(DispatchSweep sweep)
{
    /// <summary>Sweeps once.</summary>
    [Function("DispatchSweep")]
    public Task RunAsync([TimerTrigger("%DispatchSweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
