using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samverkan.Ledger;

/// <summary>Writes a document's hash as its bare digits.</summary>
internal sealed class DocumentHashConverter : JsonConverter<DocumentHash>
{
    /// <inheritdoc/>
    public override DocumentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DocumentHash.Parse(reader.GetString() ?? throw new JsonException("A document's hash is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DocumentHash value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
