using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samverkan.Tests.Intake.Minutes;

/// <summary>Compares what was read with what a careful reader reads, field by field: white space folded, recipients in
/// any order.</summary>
internal sealed record FieldComparison(int Fields, IReadOnlyList<string> Wrong)
{
    public const int FieldsOfAnExtract = 13;

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FieldComparison Compare(string expected, string actual)
    {
        var want = JsonNode.Parse(expected)!.AsObject();
        var got = JsonNode.Parse(actual)!.AsObject();
        var wrong = want
            .Where(field => Canonical(field.Key, field.Value) != Canonical(field.Key, got[field.Key]))
            .Select(field => $"{field.Key}: expected {Canonical(field.Key, field.Value)}, read {Canonical(field.Key, got[field.Key])}")
            .ToList();
        return new FieldComparison(want.Count, wrong);
    }

    private static string Canonical(string field, JsonNode? value)
    {
        if (field == "recipients" && value is JsonArray recipients)
        {
            value = new JsonArray([.. recipients.Select(recipient =>
                Folded(recipient!.GetValue<string>())).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]);
        }

        return Folded(value?.ToJsonString(s_readable) ?? "null");
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
