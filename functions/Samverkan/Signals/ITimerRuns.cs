namespace Samverkan.Signals;

/// <summary>
/// The port to the newest run of each timer: one row a name, shared by all hosts, since the one that is asked for its
/// health need not be the one that runs the timers.
/// </summary>
public interface ITimerRuns
{
    /// <summary>Keeps a run in place of the one of the same name, whichever is newer.</summary>
    Task NoteAsync(TimerRun run, CancellationToken cancellation);

    /// <summary>The newest run of each name that has been kept, ordered by name.</summary>
    Task<IReadOnlyList<TimerRun>> ListAsync(CancellationToken cancellation);
}
