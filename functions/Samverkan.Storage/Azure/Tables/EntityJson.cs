using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities as the Table service writes them in JSON with minimal metadata.</summary>
internal static class EntityJson
{
    private const string Type = "@odata.type";

    /// <summary>The JSON of an entity.</summary>
    public static byte[] Write(TableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity) Write(json, name, value);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The entity of its JSON.</summary>
    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity(Text(json, "PartitionKey") ?? "", Text(json, "RowKey") ?? "");
        if (Text(json, "odata.etag") is { } etag) entity.ETag = new ETag(etag);
        foreach (var property in json.EnumerateObject())
        {
            if (property.NameEquals("Timestamp")) entity.Timestamp = property.Value.GetDateTimeOffset();
            else if (IsValue(property)) entity[property.Name] = Value(property.Value, Text(json, property.Name + Type));
        }

        return entity;
    }

    private static bool IsValue(JsonProperty property) =>
        !property.Name.StartsWith("odata.", StringComparison.Ordinal)
        && !property.Name.EndsWith(Type, StringComparison.Ordinal)
        && property.Name is not ("PartitionKey" or "RowKey");

    private static object? Value(JsonElement json, string? type) => (json.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, _) => json.GetBoolean(),
        (JsonValueKind.Number, _) => json.GetInt32(),
        (JsonValueKind.String, "Edm.Int64") => long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Binary") => json.GetBytesFromBase64(),
        (JsonValueKind.String, null or "Edm.String") => json.GetString(),
        _ => throw new NotSupportedException($"Values of type {type ?? json.ValueKind.ToString()} are not read here."),
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteString(name + Type, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteString(name + Type, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new NotSupportedException($"{name} is {value.GetType().Name}, which is not written here.");
        }
    }
}
