namespace Samverkan.Ledger;

/// <summary>
/// Decisions of this process that wait for a stream, so that conflicts come only from other processes. What has come while
/// one append was under way is decided, appended and made rows of together. Streams that share a line wait for each other's
/// appends, not for the rows.
/// </summary>
internal sealed class StreamLine
{
    private readonly Lock _lock = new();
    private readonly List<PendingDecision> _waiting = [];
    private readonly Dictionary<StreamId, Task> _following = [];
    private bool _served;

    /// <summary>Joins the line. Returns true where nobody serves it: then the caller must.</summary>
    public bool Join(PendingDecision decision)
    {
        lock (_lock)
        {
            _waiting.Add(decision);
            return !_served && (_served = true);
        }
    }

    /// <summary>Goes back to the front of the line: there was no more room this time.</summary>
    public void Return(IEnumerable<PendingDecision> decisions)
    {
        lock (_lock) _waiting.InsertRange(0, decisions);
    }

    /// <summary>
    /// Begins what follows an append, and gives it what still follows the one before in the same stream. Only for whoever
    /// serves the line.
    /// </summary>
    public void Follow(StreamId stream, Func<Task, Task> work)
    {
        foreach (var (done, _) in _following.Where(f => f.Value.IsCompleted).ToArray()) _following.Remove(done);
        _following[stream] = work(_following.GetValueOrDefault(stream, Task.CompletedTask));
    }

    /// <summary>All that wait for the same stream as the first, in order. None where nobody waits: then the line is served no more.</summary>
    public IReadOnlyList<PendingDecision> Next()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _served = false;
                return [];
            }

            var stream = _waiting[0].Stream;
            PendingDecision[] next = [.. _waiting.Where(d => d.Stream == stream)];
            _waiting.RemoveAll(d => d.Stream == stream);
            return next;
        }
    }
}
