using System.Threading.RateLimiting;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>
/// How many tries may be under way at an endpoint. While others come and go it is worth waiting a moment for a permit; at
/// an endpoint that holds on to all of them it is not, and whoever waited would be missing elsewhere.
/// </summary>
internal sealed class EndpointPermits(int atOnce) : IDisposable
{
    private const int MostWaiting = 256;

    // What gives up goes a round on the queue, which costs more than the wait: all that a host has in hand should have its
    // turn at an endpoint that makes a hundred tries a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = MostWaiting });
    private long _moved = Environment.TickCount64;

    /// <summary>How many are held now.</summary>
    public int Held => atOnce - (int)_limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>A permit, or a refusal.</summary>
    public async ValueTask<RateLimitLease> TakeAsync(CancellationToken cancellation)
    {
        var lease = _limiter.AttemptAcquire();
        if (lease.IsAcquired || TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _moved)) > Stuck) return Moved(lease);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return Moved(await _limiter.AcquireAsync(1, patience.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return lease;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private RateLimitLease Moved(RateLimitLease lease)
    {
        if (lease.IsAcquired) Interlocked.Exchange(ref _moved, Environment.TickCount64);
        return lease;
    }
}
