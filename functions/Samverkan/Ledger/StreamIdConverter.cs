using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samverkan.Ledger;

/// <summary>A stream's name in JSON: a string, checked when it is read.</summary>
internal sealed class StreamIdConverter : JsonConverter<StreamId>
{
    public override StreamId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StreamId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not the name of a stream.");

    public override void Write(Utf8JsonWriter writer, StreamId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
