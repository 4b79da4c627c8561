namespace Samverkan.Ledger;

/// <summary>
/// Makes query rows and queue messages of events that are already in the ledger. May run twice for the same events, or not
/// at all where the process died: the sweeps repair what it left undone.
/// </summary>
public interface IProjection
{
    /// <summary>Takes in events that have just been appended to one stream, in order.</summary>
    Task ProjectAsync(StreamId stream, IReadOnlyList<RecordedEvent> appended, CancellationToken cancellation);
}
