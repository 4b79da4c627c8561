using System.Globalization;
using Azure.Data.Tables;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>Events and heads as entities: <c>e0000000001</c> and on, and <c>head</c>, in the partition of their stream.</summary>
internal static class LedgerEntity
{
    /// <summary>The row of the head; after every event, so that reading a stream reads it last.</summary>
    public const string Head = "head";

    private const string Write = "Write";

    /// <summary>The row of an event.</summary>
    public static string RowOf(long version) => string.Create(CultureInfo.InvariantCulture, $"e{version:D10}");

    /// <summary>An event, marked with the append that wrote it.</summary>
    public static TableEntity Of(StoredEvent e, string write)
    {
        var entity = new TableEntity(e.Stream.Value, RowOf(e.Version)) { ["At"] = e.At.ToUnixTimeTicks(), ["Hash"] = e.Hash, [Write] = write };
        EntityText.Set(entity, "Type", e.Type);
        EntityText.Set(entity, "By", e.By);
        EntityText.Set(entity, "Data", e.Data);
        EntityText.Set(entity, "Personal", e.Personal);
        return entity;
    }

    /// <summary>An event's entity with other personal values in the place of its own.</summary>
    public static TableEntity WithPersonal(TableEntity entity, string personal)
    {
        var changed = new TableEntity(entity.PartitionKey, entity.RowKey);
        foreach (var (name, value) in entity)
            if (!name.StartsWith("Personal", StringComparison.Ordinal)) changed[name] = value;
        EntityText.Set(changed, "Personal", personal);
        return changed;
    }

    /// <summary>A head, marked likewise.</summary>
    public static TableEntity Of(StreamHead head, string write) =>
        new(head.Stream.Value, Head) { ["Version"] = head.Version, ["Hash"] = head.Hash, [Write] = write };

    /// <summary>Whether the append of that mark wrote the entity.</summary>
    public static bool IsOf(TableEntity entity, string write) => entity.GetString(Write) == write;

    /// <summary>The event of an entity. What is missing, which only tampering brings about, is empty: verification then tells.</summary>
    public static StoredEvent Event(StreamId stream, TableEntity entity) => new(
        stream,
        long.Parse(entity.RowKey.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture),
        EntityText.Get(entity, "Type") ?? "",
        Ticks.ToInstant(entity.GetInt64("At") ?? 0),
        EntityText.Get(entity, "By") ?? "",
        EntityText.Get(entity, "Data") ?? "",
        EntityText.Get(entity, "Personal"),
        entity.GetString("Hash") ?? "");

    /// <summary>The head of an entity.</summary>
    public static StreamHead HeadOf(StreamId stream, TableEntity entity) =>
        new(stream, entity.GetInt64("Version") ?? 0, entity.GetString("Hash") ?? "");
}
