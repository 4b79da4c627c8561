using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>
/// Renews a claim at every third of its lease for as long as it is not disposed. Where the claim is lost, or cannot be
/// renewed before it ends, <see cref="Held"/> is cancelled so that the channel stops before another host begins.
/// </summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _held;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public LeaseRenewal(Duration lease, Func<CancellationToken, Task<bool>> renew, CancellationToken cancellation)
    {
        _held = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _loop = RenewAsync(lease.ToTimeSpan() / 3, renew, _stop.Token);
    }

    /// <summary>Cancelled when the claim is no longer this host's.</summary>
    public CancellationToken Held => _held.Token;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
        _held.Dispose();
    }

    private async Task RenewAsync(TimeSpan every, Func<CancellationToken, Task<bool>> renew, CancellationToken stop)
    {
        try
        {
            using var timer = new PeriodicTimer(every);
            for (var failures = 0; failures < 2 && await timer.WaitForNextTickAsync(stop);)
                failures = await TryRenewAsync(renew, stop) switch { true => 0, false => 2, null => failures + 1 };
            await _held.CancelAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed: the work is done and the claim needs no renewal.
        }
    }

    // Null where the store could not answer: it is asked again while the lease lasts.
    private static async Task<bool?> TryRenewAsync(Func<CancellationToken, Task<bool>> renew, CancellationToken stop)
    {
        try
        {
            return await renew(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}
