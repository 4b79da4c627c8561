using System.Runtime.CompilerServices;

namespace Samverkan.Deadlines;

/// <summary>Work on many streams at once: on a storage account most of it is waiting, and on one machine there is more than one core.</summary>
internal static class SideBySide
{
    private const int Together = 64;
    private const int MostAtOnce = 8;

    /// <summary>
    /// What becomes of the items, in their order: 64 are handed over together, and 8 such parts are under way at most while
    /// the next are read. The first failure ends it.
    /// </summary>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IAsyncEnumerable<T> items,
        Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<TResult>>> select,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var underWay = new Queue<Task<IReadOnlyList<TResult>>>();
        try
        {
            await foreach (var part in items.Chunk(Together).WithCancellation(cancellation))
            {
                underWay.Enqueue(Task.Run(() => select(part, cancellation), cancellation));
                if (underWay.Count < MostAtOnce) continue;
                foreach (var result in await underWay.Dequeue()) yield return result;
            }

            while (underWay.TryDequeue(out var last))
                foreach (var result in await last) yield return result;
        }
        finally
        {
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
