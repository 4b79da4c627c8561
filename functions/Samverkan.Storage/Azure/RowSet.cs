using Azure;
using Azure.Data.Tables;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Rows of one partition, each stored whole under every key that it is listed by, with counts beside. A row and all its
/// copies change in one transaction, so that none is ever found under two states or missing under one.
/// </summary>
internal sealed class RowSet(TableClient table, string partition)
{
    private const string Counts = "n|";
    private const int RowsATransaction = 12;
    private const int MostActions = 100;
    private const int MostConflicts = 200;

    private readonly RowCache _known = new(table, partition);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Writes rows. One that is older than what is stored is passed over; of one row's several, the last newest wins.</summary>
    /// <exception cref="AzureStorageException">Other hosts were quicker 200 times in a row.</exception>
    public async Task WriteAsync(IEnumerable<RowChange> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var newest = rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => b.Version >= a.Version ? b : a));
        foreach (var chunk in newest.Chunk(RowsATransaction)) await WriteChunkAsync(chunk, cancellation);
    }

    /// <summary>The row of a key; null where there is none.</summary>
    public Task<TableEntity?> FindAsync(string key, CancellationToken cancellation) => _known.ReadAsync(key, cancellation);

    /// <summary>The row of a key as this host last saw or wrote it; null where it has not, or there was none.</summary>
    public TableEntity? Known(string key) => _known.Find(key);

    /// <summary>The rows from one key up to and without another, in order, of which a further filter may let only some through.</summary>
    public AsyncPageable<TableEntity> Range(
        string from, string before, CancellationToken cancellation, int? maxPerPage = null, string? further = null, IEnumerable<string>? select = null)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        return table.QueryAsync<TableEntity>(further is null ? filter : $"{filter} and {further}", maxPerPage, select, cancellation);
    }

    /// <summary>How many rows are counted as what.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var shard in Range(Counts, RowKeys.After(Counts), cancellation))
            foreach (var (name, count) in shard) counts[name] = counts.GetValueOrDefault(name) + (int)count;
        return counts;
    }

    // Within one host writers wait for each other, since they would only meet at the counts. Another host is met as a conflict.
    private async Task WriteChunkAsync(RowChange[] rows, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            {
                if (await TryWriteAsync(rows, cancellation)) return;
                await Task.Delay(Random.Shared.Next(2, 20 + conflicts), cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }

        throw new AzureStorageException("storage.busy", "Andra skrev samma rader hela tiden. Inget har gått förlorat; svepet gör om raderna.");
    }

    private async Task<bool> TryWriteAsync(RowChange[] rows, CancellationToken cancellation)
    {
        var actions = new RowActions(partition);
        var stored = await Task.WhenAll(rows.Select(r => _known.GetAsync(r.Key, cancellation).AsTask()));
        for (var i = 0; i < rows.Length; i++) actions.Change(stored[i], rows[i]);
        foreach (var (shard, changes) in actions.CountChanges)
        {
            var key = Counts + shard;
            actions.Count(await _known.GetAsync(key, cancellation), key, changes);
        }

        if (actions.All.Count == 0) return true;
        if (actions.All.Count > MostActions) return await TryWriteAsync(rows[..(rows.Length / 2)], cancellation) && await TryWriteAsync(rows[(rows.Length / 2)..], cancellation);
        try
        {
            _known.Set(actions.All, (await table.SubmitTransactionAsync(actions.All, cancellation)).Value);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && e.ErrorCode != "TableNotFound")
        {
            _known.Forget(actions.All);
            return false;
        }
    }
}
