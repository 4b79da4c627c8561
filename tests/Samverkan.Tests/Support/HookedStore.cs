using System.Runtime.CompilerServices;
using Samverkan.Ledger;

namespace Samverkan.Tests.Support;

/// <summary>One host's view of the store: before each of its calls something else may happen, or the host may die.</summary>
/// <param name="store">The store.</param>
/// <param name="before">What happens before a call, by its number from 0.</param>
internal sealed class HookedStore(ILedgerStore store, Func<int, Task> before) : ILedgerStore
{
    private int _calls;

    internal int Calls => _calls;

    public async Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await before(Interlocked.Increment(ref _calls) - 1);
        return await store.AppendAsync(expected, events, cancellation);
    }

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await before(Interlocked.Increment(ref _calls) - 1);
        await foreach (var e in store.ReadAsync(stream, afterVersion, cancellation)) yield return e;
    }

    public async Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation)
    {
        await before(Interlocked.Increment(ref _calls) - 1);
        return await store.HeadAsync(stream, cancellation);
    }

    public async IAsyncEnumerable<StreamHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await before(Interlocked.Increment(ref _calls) - 1);
        await foreach (var head in store.HeadsAsync(cancellation)) yield return head;
    }
}
