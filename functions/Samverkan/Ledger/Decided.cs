namespace Samverkan.Ledger;

/// <summary>What one decision came to: what was recorded, or why nothing could be.</summary>
internal sealed record Decided(PendingDecision Decision, IReadOnlyList<RecordedEvent> Recorded, Exception? Failure)
{
    /// <summary>Tells the caller.</summary>
    public void Tell()
    {
        if (Failure is null) Decision.Complete(Recorded);
        else Decision.Fail(Failure);
    }
}
