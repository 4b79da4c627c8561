using System.Diagnostics;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Whether every container, queue and table of the account is there and may be used, while the host runs. Asking is free for
/// ten seconds after it was answered, since anybody may ask whether the host is ready.
/// </summary>
public sealed class AzureReach
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly AzureAccount _account;
    private readonly SemaphoreSlim _turn = new(1);
    private long _answered;
    private Exception? _fault;

    internal AzureReach(AzureAccount account) => _account = account;

    /// <summary>Returns where all can be used.</summary>
    /// <exception cref="AzureStorageException">Something cannot; the message says what and what to do.</exception>
    public async Task DemandAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_answered == 0 || Stopwatch.GetElapsedTime(_answered) > Fresh)
            {
                _fault = await AzureStorageStart.FaultAsync(_account, cancellation);
                _answered = Stopwatch.GetTimestamp();
            }

            if (_fault is not null) throw _fault;
        }
        finally
        {
            _turn.Release();
        }
    }
}
