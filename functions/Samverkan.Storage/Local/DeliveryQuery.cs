using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Storage.Local;

/// <summary>The statement that a filter of the delivery log asks for, and how rows are read.</summary>
internal sealed class DeliveryQuery
{
    private const string Columns =
        "id, stream_version, agreement, obligation, plan_year, version, contact, state, attempts, created_at, handed_over_at, next_at, documents";

    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    private DeliveryQuery()
    {
    }

    /// <summary>One delivery by its id.</summary>
    public static string ById => $"SELECT {Columns} FROM deliveries WHERE id = @1";

    /// <summary>One row more than the page holds, to tell whether there is another page.</summary>
    public static List<DeliveryRow> Page(SqliteSession session, DeliveryFilter filter)
    {
        var query = new DeliveryQuery();
        if (filter.Contact is { } contact) query.Where("contact", contact);
        if (filter.Agreement is { } agreement) query.Where("agreement", agreement);
        if (filter.State is { } state) query.Where("state", state.ToString());
        if (filter.PlanYear is { } year) query.Where("plan_year", year);
        if (!filter.Notices) query._conditions.Add($"version <> '{nameof(DeliveryVersion.Notice)}'");
        var select = query.Select(filter.After is { } after ? DeliveryPlace.Parse(after) : null);
        var limit = query.Value(filter.Size + 1);
        return session.Query($"{select} ORDER BY created_at DESC, id LIMIT {limit}", Row, [.. query._values]);
    }

    /// <summary>Reads a row of the columns above.</summary>
    public static DeliveryRow Row(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetInt32(4),
        Enum.Parse<DeliveryVersion>(row.GetString(5)),
        row.GetString(6),
        Enum.Parse<DeliveryState>(row.GetString(7)),
        row.GetInt32(8),
        Ticks.ToInstant(row.GetInt64(9)),
        Moment(row, 10),
        Moment(row, 11),
        [.. row.GetString(12).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DocumentHash.Parse)]);

    // Two halves, each a range of one index, which SQLite merges: one condition with OR would read all that went before.
    private string Select(DeliveryPlace? after)
    {
        if (after is not { } place) return Select();
        var (at, id) = (Value(place.CreatedAt), Value(place.Id));
        return $"{Select($"created_at = {at}", $"id > {id}")} UNION ALL {Select($"created_at < {at}")}";
    }

    private string Select(params IEnumerable<string> more)
    {
        var conditions = string.Join(" AND ", _conditions.Concat(more));
        return $"SELECT {Columns} FROM deliveries" + (conditions.Length > 0 ? " WHERE " + conditions : "");
    }

    // The first column, the one that narrows most, chooses the index; a plus keeps the others from being chosen.
    private void Where(string column, object value) =>
        _conditions.Add($"{(_conditions.Count > 0 ? "+" : "")}{column} = {Value(value)}");

    private string Value(object value)
    {
        _values.Add(value);
        return "@" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static Instant? Moment(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Ticks.ToInstant(row.GetInt64(column));
}
