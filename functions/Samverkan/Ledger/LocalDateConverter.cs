using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Samverkan.Ledger;

/// <summary>Dates as NodaTime's own converter has them, but read without its many small objects: nearly every event has a date.</summary>
internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    private const int PlainLength = 10;
    private static readonly JsonConverter<LocalDate> Any = (JsonConverter<LocalDate>)NodaConverters.LocalDateConverter;

    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.ValueSpan.Length == PlainLength && reader.TryGetDateTime(out var day)
            ? LocalDate.FromDateTime(day)
            : Any.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => Any.Write(writer, value, options);
}
