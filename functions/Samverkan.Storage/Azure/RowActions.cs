using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Samverkan.Storage.Azure;

/// <summary>What one transaction does to rows, their copies and their counts.</summary>
internal sealed class RowActions(string partition)
{
    private const string KeysValue = "Keys";
    private const string CountedValue = "Counted";
    private const string VersionValue = "RowVersion";
    private const int Shards = 16;

    private readonly List<TableTransactionAction> _all = [];
    private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);

    /// <summary>The actions.</summary>
    public IReadOnlyList<TableTransactionAction> All => _all;

    /// <summary>By shard, how the counts change.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, int>> CountChanges => _counts;

    /// <summary>Changes a row and its copies; nothing where what is stored is newer.</summary>
    public void Change(TableEntity? stored, RowChange row)
    {
        if (stored?.GetInt64(VersionValue) > row.Version) return;
        var own = Entity(row.Key, row);
        own[KeysValue] = string.Join(' ', row.Keys);
        own[CountedValue] = row.CountedAs;
        if (stored is null) _all.Add(new TableTransactionAction(TableTransactionActionType.Add, own));
        else _all.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, own, stored.ETag));
        _all.AddRange(row.Keys.Select(key => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(key, row))));
        var before = stored?.GetString(KeysValue)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        _all.AddRange(before.Except(row.Keys, StringComparer.Ordinal)
            .Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        Note(row.Key, stored?.GetString(CountedValue), row.CountedAs);
    }

    /// <summary>Changes the counts of one shard.</summary>
    public void Count(TableEntity? stored, string key, IReadOnlyDictionary<string, int> changes)
    {
        var counts = new TableEntity(partition, key);
        foreach (var (name, count) in stored ?? Enumerable.Empty<KeyValuePair<string, object>>()) counts[name] = count;
        foreach (var (name, change) in changes) counts[name] = (counts.GetInt32(name) ?? 0) + change;
        _all.Add(stored is null
            ? new TableTransactionAction(TableTransactionActionType.Add, counts)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, counts, stored.ETag));
    }

    // In shards, so that hosts that write at the same time seldom meet at one.
    private void Note(string key, string? before, string? after)
    {
        if (before == after) return;
        var shard = (SHA256.HashData(Encoding.UTF8.GetBytes(key))[0] % Shards).ToString("00", CultureInfo.InvariantCulture);
        if (!_counts.TryGetValue(shard, out var changes)) _counts[shard] = changes = new Dictionary<string, int>(StringComparer.Ordinal);
        if (before is not null) changes[before] = changes.GetValueOrDefault(before) - 1;
        if (after is not null) changes[after] = changes.GetValueOrDefault(after) + 1;
    }

    private TableEntity Entity(string key, RowChange row)
    {
        var entity = new TableEntity(partition, key) { [VersionValue] = row.Version };
        foreach (var (name, value) in row.Values) entity[name] = value;
        return entity;
    }
}
