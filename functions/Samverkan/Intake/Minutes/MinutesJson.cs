using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Writes what was read as JSON for machines: camelCase, dates ISO 8601, Swedish letters as themselves.
/// Inferred values are left out, as values that the text does not state.</summary>
public static class MinutesJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object for each extract, without line breaks inside; for a text that is no minutes, one that says
    /// so.</summary>
    /// <param name="file">The file's name, for the field <c>file</c>.</param>
    /// <param name="reading">What was read.</param>
    public static IReadOnlyList<string> Write(string file, MinutesReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.IsMinutes
            ? [.. reading.Extracts.Select(extract => Line(file, extract, [.. reading.Warnings, .. extract.Warnings]))]
            : [Line(file, extract: null, reading.Warnings)];
    }

    private static string Line(string file, MinutesExtract? extract, IReadOnlyList<ReadingWarning> warnings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteBoolean("isMinutes", extract is not null);
            WriteCase(json, extract);
            WriteDecision(json, extract);
            WriteHistory(json, extract);
            Number(json, "extendedThrough", extract?.ExtendedThrough);
            Texts(json, "warnings", warnings.Select(warning => warning.Code).Distinct());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteCase(Utf8JsonWriter json, MinutesExtract? extract)
    {
        json.WriteString("paragraph", extract?.Paragraph.Value);
        json.WriteString("diaryNumber", extract?.DiaryNumber?.Value.Printed);
        json.WriteString("title", Stated(extract?.Title)?.Value);
        Number(json, "planYear", extract?.PlanYear);
        json.WriteString("body", Stated(extract?.Body)?.Value);
        json.WriteString("meetingDate", Iso(extract?.MeetingDate?.Value));
    }

    private static void WriteDecision(Utf8JsonWriter json, MinutesExtract? extract)
    {
        Texts(json, "decisions", extract?.Decisions.Select(decision => decision.Value) ?? []);
        Texts(json, "recipients", extract?.Recipients.Select(recipient => recipient.Value) ?? []);
    }

    private static void WriteHistory(Utf8JsonWriter json, MinutesExtract? extract)
    {
        Objects(json, "submissions", extract?.Submissions, submission =>
        {
            json.WriteString("by", submission.By);
            json.WriteString("date", Iso(submission.Date));
        });
        Objects(json, "preparation", extract?.Preparation, step =>
        {
            json.WriteString("body", step.Body);
            json.WriteString("date", Iso(step.Date));
            json.WriteString("paragraph", step.Paragraph);
        });
        Objects(json, "endorsements", extract?.Endorsements, endorsement =>
        {
            json.WriteString("body", endorsement.Body);
            json.WriteString("date", Iso(endorsement.Date));
        });
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyList<Reading<T>>? values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values ?? [])
        {
            json.WriteStartObject();
            write(value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, Reading<int>? value)
    {
        if (Stated(value) is { } stated)
        {
            json.WriteNumber(name, stated.Value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static Reading<T>? Stated<T>(Reading<T>? reading) => reading is { Basis: Basis.Stated } ? reading : null;

    private static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
