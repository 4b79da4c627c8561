namespace Samverkan.Ledger;

/// <summary>A decision that waits for its turn on a stream, and the caller who waits for what was recorded.</summary>
/// <param name="stream">The stream.</param>
/// <param name="by">Who or what decides.</param>
/// <param name="waitsForRows">Whether the caller waits until rows have been made of it too.</param>
/// <param name="cancellation">Ends the wait; what is not begun by then is not begun.</param>
internal abstract class PendingDecision(StreamId stream, string by, bool waitsForRows, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<IReadOnlyList<RecordedEvent>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamId Stream => stream;

    public string By => by;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether the caller has given up already; then nothing is decided.</summary>
    public bool EndIfCancelled() => cancellation.IsCancellationRequested && _done.TrySetCanceled(cancellation);

    public bool WaitsForRows => waitsForRows;

    /// <summary>What was recorded, when what the caller waits for is done.</summary>
    public Task<IReadOnlyList<RecordedEvent>> Done => _done.Task;

    /// <summary>
    /// Brings the state that is decided on into the draft, where it is not there yet: the newest in the store, or else the
    /// newest known here. False where that is not known, or is of another moment than what the draft has.
    /// </summary>
    public abstract Task<bool> BeginAsync(LedgerDraft draft, bool ask);

    /// <summary>What the decision makes of the draft's state.</summary>
    public abstract IReadOnlyList<LedgerEvent> Decide(LedgerDraft draft);

    public void Complete(IReadOnlyList<RecordedEvent> recorded) => _done.TrySetResult(recorded);

    public void Fail(Exception e)
    {
        if (e is OperationCanceledException && cancellation.IsCancellationRequested) _done.TrySetCanceled(cancellation);
        else if (_done.TrySetException(e)) _ = _done.Task.Exception; // seen, though the caller may have given up
    }
}
