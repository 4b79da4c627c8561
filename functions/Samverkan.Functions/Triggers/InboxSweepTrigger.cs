using Samverkan.Dispatch.Bounces;
using Samverkan.Intake;

namespace Samverkan.Functions.Triggers;

/// <summary>Timer: takes in files that no trigger announced, and reads what has bounced.</summary>
public sealed class InboxSweepTrigger(InboxSweep sweep, BounceSweep bounces)
{
    /// <summary>Sweeps once.</summary>
    [Function("InboxSweep")]
    public async Task RunAsync([TimerTrigger("%InboxSweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(cancellationToken);
        await bounces.RunAsync(cancellationToken);
    }
}
