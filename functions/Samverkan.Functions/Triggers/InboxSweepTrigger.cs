using Samverkan.Dispatch.Bounces;
using Samverkan.Intake;

namespace Samverkan.Functions.Triggers;

/// <summary>Timer: takes in files that no trigger announced, and reads what has bounced.</summary>
public sealed class InboxSweepTrigger(InboxSweep sweep, BounceSweep bounces)
{
    /// <summary>Sweeps once.</summary>
    [Function("InboxSweep")]
    // Side by side: a fault of one must not keep the other from its work.
    public Task RunAsync([TimerTrigger("%InboxSweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        Task.WhenAll(sweep.RunAsync(cancellationToken), bounces.RunAsync(cancellationToken));
}
