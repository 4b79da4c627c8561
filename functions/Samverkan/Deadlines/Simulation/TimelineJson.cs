using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Samverkan.Deadlines.Simulation;

/// <summary>Writes lines of a timeline as JSON: an object a line, times in Stockholm with their offset.</summary>
public static class TimelineJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly OffsetDateTimePattern Time = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<m>");

    /// <summary>One entry, without line breaks.</summary>
    public static string Line(TimelineEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", Time.Format(Stockholm.In(entry.At).ToOffsetDateTime()));
            json.WriteString("action", entry.Action);
            json.WriteString("agreement", entry.Agreement);
            json.WriteString("obligation", entry.Obligation);
            Number(json, "planYear", entry.PlanYear);
            json.WriteString("version", entry.Version);
            json.WriteStartArray("to");
            foreach (var contact in entry.To) json.WriteStringValue(contact);
            json.WriteEndArray();
            Number(json, "daysLeft", entry.DaysLeft);
            json.WriteString("detail", entry.Detail);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
