using System.Collections.Concurrent;
using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// The deliveries that this host has put back untried. They are due by the ledger and on the queue for later: the sweep
/// leaves them there until their time has come and a minute has passed, in which the queue would have handed them out.
/// </summary>
public sealed class PutBacks
{
    private static readonly Duration Slack = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(2);

    private readonly ConcurrentDictionary<string, Instant> _until = new(StringComparer.Ordinal);

    /// <summary>Notes that a delivery comes again at a moment.</summary>
    public void Note(string deliveryId, Instant until) => _until[deliveryId] = until;

    /// <summary>Forgets a delivery: it has come in.</summary>
    public void Forget(string deliveryId) => _until.TryRemove(deliveryId, out _);

    /// <summary>Whether a delivery is on the queue for later. What has passed, or lies too far ahead since the clock was set back, is forgotten.</summary>
    public bool IsWaiting(string deliveryId, Instant now)
    {
        if (!_until.TryGetValue(deliveryId, out var until)) return false;
        if (until + Slack > now && until < now + Longest) return true;
        Forget(deliveryId);
        return false;
    }
}
