namespace Samverkan.Ledger;

/// <summary>
/// Makes query rows and queue messages of events that are already in the ledger. Those of one event run one after the other,
/// in the order in which they are registered. May run twice for the same events, or not at all where the process died: the
/// sweeps repair what it left undone. Must not wait for anything to be recorded: who records waits for the projections of
/// what was recorded before.
/// </summary>
public interface IProjection
{
    /// <summary>Takes in events that have just been appended to one stream, in order.</summary>
    Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation);
}
