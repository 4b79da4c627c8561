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
    private readonly PeriodicTimer _timer;
    private readonly Task _loop;

    public LeaseRenewal(Duration lease, Func<CancellationToken, Task<bool>> renew, CancellationToken cancellation)
    {
        _held = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _timer = new PeriodicTimer(lease.ToTimeSpan() / 3);
        _loop = RenewAsync(renew);
    }

    /// <summary>Cancelled when the claim is no longer this host's.</summary>
    public CancellationToken Held => _held.Token;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
        _held.Dispose();
    }

    // Until the claim is lost, or there are no more ticks since the work is done.
    private async Task RenewAsync(Func<CancellationToken, Task<bool>> renew)
    {
        for (var failures = 0; failures < 2;)
        {
            if (!await _timer.WaitForNextTickAsync(CancellationToken.None)) return;
            failures = await TryRenewAsync(renew) switch { true => 0, false => 2, null => failures + 1 };
        }

        await _held.CancelAsync();
    }

    // Null where the store could not answer: it is asked again while the lease lasts.
    private async Task<bool?> TryRenewAsync(Func<CancellationToken, Task<bool>> renew)
    {
        try
        {
            return await renew(_stop.Token);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
