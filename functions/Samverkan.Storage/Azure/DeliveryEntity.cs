using Azure.Data.Tables;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>Rows of the delivery log as entities, and the keys that they are listed under.</summary>
internal static class DeliveryEntity
{
    /// <summary>The keys of what nobody has received yet, the oldest first; notices are not among it.</summary>
    public const string Undelivered = "u|";

    private const string ByTime = "t|";

    /// <summary>The key of a delivery's own row.</summary>
    public static string KeyOf(string deliveryId) => "r|" + RowKeys.Of(deliveryId);

    /// <summary>The keys that a filter's narrowest condition is listed under: notices apart, so that they are passed over unread.</summary>
    public static string ListOf(DeliveryFilter filter, bool notices)
    {
        var kind = notices ? "m" : "e";
        return filter switch
        {
            { Contact: { } contact } => $"{kind}k|{RowKeys.Of(contact)}|",
            { Agreement: { } agreement } => $"{kind}a|{RowKeys.Of(agreement)}|",
            { State: { } state } => $"{kind}s|{state}|",
            { PlanYear: { } year } => FormattableString.Invariant($"{kind}y|{year}|"),
            _ => $"{kind}t|",
        };
    }

    /// <summary>The place of a row within a list: newest first, then by id.</summary>
    public static string PlaceOf(long createdAt, string id) => $"{RowKeys.Falling(createdAt)}|{RowKeys.Of(id)}";

    /// <summary>The keys of what is due.</summary>
    public static (string From, string Before) DueBy(Instant now) => (ByTime, ByTime + RowKeys.Rising(now) + "}");

    /// <summary>A row with all its keys.</summary>
    public static RowChange Change(DeliveryRow row) => new(
        KeyOf(row.Id),
        row.StreamVersion,
        Values(row),
        [.. Lists(row).Select(list => list + PlaceOf(row.CreatedAt.ToUnixTimeTicks(), row.Id)), .. Due(row), .. Owed(row)],
        row.Version == DeliveryVersion.Notice ? null : row.State.ToString());

    /// <summary>The key of how far a stream's rows are made.</summary>
    public static string KeyOf(StreamId stream) => "v|" + stream.Value;

    /// <summary>How far a stream's rows are made; in the partition of the rows, so that both change in one transaction.</summary>
    public static RowChange Projected(StreamId stream, long version) => new(
        KeyOf(stream), version, new Dictionary<string, object?>(StringComparer.Ordinal) { ["Version"] = version }, [], CountedAs: null);

    /// <summary>The row of an entity.</summary>
    public static DeliveryRow Row(TableEntity entity) => new(
        EntityText.Get(entity, "Id")!,
        entity.GetInt64("StreamVersion") ?? 0,
        EntityText.Get(entity, "Agreement"),
        EntityText.Get(entity, "Obligation"),
        entity.GetInt32("PlanYear"),
        Enum.Parse<DeliveryVersion>(entity.GetString("Version")!),
        EntityText.Get(entity, "Contact")!,
        Enum.Parse<DeliveryState>(entity.GetString("State")!),
        entity.GetInt32("Attempts") ?? 0,
        Ticks.ToInstant(entity.GetInt64("CreatedAt") ?? 0),
        Moment(entity, "HandedOverAt"),
        Moment(entity, "NextAt"),
        [.. (EntityText.Get(entity, "Documents") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DocumentHash.Parse)]);

    private static IEnumerable<string> Lists(DeliveryRow row)
    {
        var notice = row.Version == DeliveryVersion.Notice;
        yield return ListOf(new DeliveryFilter(), notice);
        yield return ListOf(new DeliveryFilter(Contact: row.Contact), notice);
        yield return ListOf(new DeliveryFilter(State: row.State), notice);
        if (row.Agreement is not null) yield return ListOf(new DeliveryFilter(Agreement: row.Agreement), notice);
        if (row.PlanYear is not null) yield return ListOf(new DeliveryFilter(PlanYear: row.PlanYear), notice);
    }

    private static IEnumerable<string> Due(DeliveryRow row) =>
        row.NextAt is { } at ? [$"{ByTime}{RowKeys.Rising(at)}|{RowKeys.Of(row.Id)}"] : [];

    private static IEnumerable<string> Owed(DeliveryRow row) =>
        row.Version is not DeliveryVersion.Notice && DeliveryRow.Undelivered.Contains(row.State)
            ? [$"{Undelivered}{RowKeys.Rising(row.CreatedAt)}|{RowKeys.Of(row.Id)}"]
            : [];

    private static Dictionary<string, object?> Values(DeliveryRow row)
    {
        var values = new TableEntity("", "")
        {
            ["StreamVersion"] = row.StreamVersion,
            ["PlanYear"] = row.PlanYear,
            ["Version"] = row.Version.ToString(),
            ["State"] = row.State.ToString(),
            ["Attempts"] = row.Attempts,
            ["CreatedAt"] = row.CreatedAt.ToUnixTimeTicks(),
            ["HandedOverAt"] = row.HandedOverAt?.ToUnixTimeTicks(),
            ["NextAt"] = row.NextAt?.ToUnixTimeTicks(),
        };
        EntityText.Set(values, "Id", row.Id);
        EntityText.Set(values, "Agreement", row.Agreement);
        EntityText.Set(values, "Obligation", row.Obligation);
        EntityText.Set(values, "Contact", row.Contact);
        EntityText.Set(values, "Documents", string.Join(' ', row.Documents));
        return values.ToDictionary(v => v.Key, v => (object?)v.Value, StringComparer.Ordinal);
    }

    private static Instant? Moment(TableEntity entity, string name) =>
        entity.GetInt64(name) is { } ticks ? Ticks.ToInstant(ticks) : null;
}
