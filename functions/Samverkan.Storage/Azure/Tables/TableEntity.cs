using System.Collections;

namespace Azure.Data.Tables;

/// <summary>An entity as a set of named values: string, bool, int, long and byte[].</summary>
internal sealed class TableEntity(string partitionKey, string rowKey) : ITableEntity, IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _properties = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string PartitionKey { get; set; } = partitionKey;

    /// <inheritdoc/>
    public string RowKey { get; set; } = rowKey;

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>A value; null where the entity has none of that name. Setting null stores none.</summary>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set
        {
            if (value is null) _properties.Remove(key);
            else _properties[key] = value;
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(string key, object value) => _properties.Add(key, value);

    /// <summary>Whether there is a value of that name.</summary>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>A text; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string? GetString(string key) => (string?)Get<string>(key);

    /// <summary>A number of 32 bits; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public int? GetInt32(string key) => (int?)Get<int>(key);

    /// <summary>A number of 64 bits; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public long? GetInt64(string key) => (long?)Get<long>(key);

    /// <summary>Bytes; null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public byte[]? GetBinary(string key) => (byte[]?)Get<byte[]>(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _properties.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object? Get<T>(string key) => this[key] switch
    {
        null => null,
        T value => value,
        var other => throw new InvalidOperationException($"{key} is {other.GetType().Name}, not {typeof(T).Name}."),
    };
}
