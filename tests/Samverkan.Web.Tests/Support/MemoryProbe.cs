using Samverkan.Signals;

namespace Samverkan.Web.Tests.Support;

/// <summary>A store that can be written to as the test says.</summary>
public sealed class MemoryProbe : IStoreProbe
{
    private int _asked;

    /// <summary>What every try comes to; by default it goes well.</summary>
    public Func<CancellationToken, Task<StoreFault?>> Answer { get; set; } = _ => Task.FromResult<StoreFault?>(null);

    public long? Free { get; set; } = 120_300_000_000;

    public int Asked => _asked;

    public string Store => "arkivet";

    public Task<StoreFault?> WriteAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        return Answer(cancellation);
    }

    public long? FreeBytes() => Free;
}
