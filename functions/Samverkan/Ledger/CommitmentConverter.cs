using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samverkan.Ledger;

/// <summary>Writes a commitment as its bare text.</summary>
internal sealed class CommitmentConverter : JsonConverter<Commitment>
{
    /// <inheritdoc/>
    public override Commitment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A commitment is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Commitment value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
