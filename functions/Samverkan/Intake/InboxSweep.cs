using Microsoft.Extensions.Logging;
using Samverkan.Signals;

namespace Samverkan.Intake;

/// <summary>The timer's use case: takes in what no trigger announced, and what a dead host had claimed.</summary>
public sealed partial class InboxSweep(IInbox inbox, FileIntake intake, SweepSignals signals, ILogger<InboxSweep> log)
{
    /// <summary>Takes in every file that can be claimed now; returns how many were. One that fails does not stop the others.</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        signals.RunAsync(SweepNames.Inbox, () => SweepAsync(cancellation), cancellation);

    private async Task<int> SweepAsync(CancellationToken cancellation)
    {
        List<string> names = [];
        await foreach (var name in inbox.ListAsync(cancellation)) names.Add(name);
        var taken = 0;
        foreach (var name in names)
        {
            try
            {
                if (await intake.TakeAsync(name, cancellation) is IntakeResult.Accepted or IntakeResult.Quarantined) taken++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }

        return taken;
    }

    [LoggerMessage(4101, LogLevel.Error, "A file could not be taken in; it stays in the inbox and is tried again at the next sweep")]
    private partial void LogFailed(Exception e);
}
