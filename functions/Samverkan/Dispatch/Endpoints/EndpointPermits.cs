using System.Threading.RateLimiting;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// How many tries may be under way at an endpoint. While others come and go it is worth waiting a moment for a permit; at
/// an endpoint that holds on to all of them it is not, and whoever waited would be missing elsewhere.
/// </summary>
internal sealed class EndpointPermits(int atOnce, TimeProvider? time = null) : IDisposable
{
    private const int MostWaiting = 256;
    private const double Newest = 1.0 / 16;

    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = MostWaiting });
    private readonly Lock _lock = new();
    private long _moved = (time ?? TimeProvider.System).GetTimestamp();
    private TimeSpan _interval;

    /// <summary>How many are held now.</summary>
    public int Held => atOnce - (int)_limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>
    /// How long to wait for a permit. What gives up goes a round on the queue, and an endpoint that is quicker than what
    /// is put back comes again would lie idle meanwhile: it is worth a second, in which all that a host has in hand gets its
    /// turn. A slower one has enough to do, and whoever waited for it would keep others from their endpoints.
    /// </summary>
    public TimeSpan Patience
    {
        get
        {
            lock (_lock) return _interval <= Places.Least.ToTimeSpan() ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(250);
        }
    }

    /// <summary>A permit, or a refusal.</summary>
    public async ValueTask<RateLimitLease> TakeAsync(CancellationToken cancellation)
    {
        var lease = _limiter.AttemptAcquire();
        if (lease.IsAcquired || IsStuck) return Moved(lease, waited: false);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return Moved(await _limiter.AcquireAsync(1, both.Token), waited: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return lease;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private bool IsStuck
    {
        get
        {
            lock (_lock) return _time.GetElapsedTime(_moved) > Stuck;
        }
    }

    // The time between two permits says how quick the endpoint is only where the second was waited for.
    private RateLimitLease Moved(RateLimitLease lease, bool waited)
    {
        if (!lease.IsAcquired) return lease;
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            if (waited) _interval += (_time.GetElapsedTime(_moved, now) - _interval) * Newest;
            _moved = now;
        }

        return lease;
    }
}
