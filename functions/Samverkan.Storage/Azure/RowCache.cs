using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Rows as this host last saw or wrote them, so that changing one again needs no reading. They may be stale: then the
/// transaction conflicts, and the row is read anew.
/// </summary>
internal sealed class RowCache(TableClient table, string partition)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, TableEntity> _rows = new(StringComparer.Ordinal);

    /// <summary>The row of a key as it was last seen or written; null where it was not.</summary>
    public TableEntity? Find(string key) => _rows.GetValueOrDefault(key);

    /// <summary>The row of a key; null where there is none.</summary>
    public async ValueTask<TableEntity?> GetAsync(string key, CancellationToken cancellation) =>
        _rows.TryGetValue(key, out var known) ? known : await ReadAsync(key, cancellation);

    /// <summary>The row of a key as it is stored now; null where there is none.</summary>
    public async Task<TableEntity?> ReadAsync(string key, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        if (found.HasValue) Keep(found.Value!);
        else _rows.TryRemove(key, out _);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Keeps what a transaction wrote under a guard, as it is from now on.</summary>
    public void Set(IReadOnlyList<TableTransactionAction> actions, IReadOnlyList<Response> answers)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (!IsGuarded(actions[i])) continue;
            var entity = (TableEntity)actions[i].Entity;
            if (answers[i].Headers.ETag is { } etag) Keep(entity, etag);
            else _rows.TryRemove(entity.RowKey, out _);
        }
    }

    /// <summary>Forgets what a transaction that conflicted had built on.</summary>
    public void Forget(IReadOnlyList<TableTransactionAction> actions)
    {
        foreach (var action in actions) _rows.TryRemove(action.Entity.RowKey, out _);
    }

    private static bool IsGuarded(TableTransactionAction action) =>
        action.ActionType is TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace;

    private void Keep(TableEntity entity, ETag? etag = null)
    {
        if (_rows.Count >= Most) _rows.Clear();
        if (etag is { } version) entity.ETag = version;
        _rows[entity.RowKey] = entity;
    }
}
