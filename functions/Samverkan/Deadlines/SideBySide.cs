namespace Samverkan.Deadlines;

/// <summary>Work on many streams at once: on a storage account most of it is waiting, and on one machine there is more than one core.</summary>
internal static class SideBySide
{
    private const int MostAtOnce = 8;

    /// <summary>What becomes of each item, in the items' order, at most 8 at a time. The first failure ends it.</summary>
    public static async Task<TResult[]> SelectAsync<T, TResult>(
        IReadOnlyList<T> items, Func<T, CancellationToken, Task<TResult>> select, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, items.Count, options, async (i, token) => results[i] = await select(items[i], token));
        return results;
    }
}
