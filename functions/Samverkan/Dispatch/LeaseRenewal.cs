using System.Diagnostics;
using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>
/// Renews a claim at every third of its lease for as long as it is not disposed. Where the claim is lost, cannot be
/// renewed, or has come to its known end while a renewal hangs, <see cref="Held"/> is cancelled so that the channel stops
/// before another host begins.
/// </summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _held;
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _timer;
    private readonly TimeSpan _lease;
    private readonly Task _loop;

    /// <summary>Begins to renew.</summary>
    /// <param name="lease">How long a renewal lasts.</param>
    /// <param name="left">What is left of the claim as it stands.</param>
    /// <param name="renew">Renews it; false where it is lost.</param>
    /// <param name="cancellation">Cancels <see cref="Held"/> too.</param>
    public LeaseRenewal(Duration lease, Duration left, Func<CancellationToken, Task<bool>> renew, CancellationToken cancellation)
    {
        _lease = lease.ToTimeSpan();
        _held = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _timer = new PeriodicTimer(_lease / 3);
        HoldFor(left.ToTimeSpan());
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
            if (!await _timer.WaitForNextTickAsync(CancellationToken.None) || _held.IsCancellationRequested) return;
            failures = await TryRenewAsync(renew) switch { true => 0, false => 2, null => failures + 1 };
        }

        await _held.CancelAsync();
    }

    // Null where the store could not answer: it is asked again while the lease lasts.
    private async Task<bool?> TryRenewAsync(Func<CancellationToken, Task<bool>> renew)
    {
        try
        {
            // The new lease is counted from before the store was asked, as the claim is recorded.
            var asked = Stopwatch.GetTimestamp();
            var renewed = await renew(_stop.Token);
            if (renewed) HoldFor(_lease - Stopwatch.GetElapsedTime(asked));
            return renewed;
        }
        catch (Exception)
        {
            return null;
        }
    }

    // A little before the end, since a channel takes a moment to stop and clocks differ. A clock that jumped makes it neither
    // longer than a lease nor shorter than nothing.
    private void HoldFor(TimeSpan left)
    {
        var time = (left < _lease ? left : _lease) - (_lease / 20);
        _held.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
    }
}
