using Samverkan.Intake;

namespace Samverkan.Functions.Triggers;

/// <summary>Timer: takes in files that no trigger announced.</summary>
public sealed class InboxSweepTrigger(InboxSweep sweep)
{
    /// <summary>Sweeps once.</summary>
    [Function("InboxSweep")]
    public Task RunAsync([TimerTrigger("%InboxSweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
