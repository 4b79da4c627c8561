using Samverkan.Deadlines;
using Samverkan.Intake.Minutes;

namespace Samverkan.Functions.Cli;

/// <summary>Prints an extract for a person, field by field; what the text does not state is said so.</summary>
internal static class MinutesPrint
{
    /// <summary>Prints one extract.</summary>
    public static void Write(TextWriter output, MinutesExtract extract)
    {
        Row(output, "Paragraf", extract.Paragraph.Value);
        Row(output, "Diarienummer", extract.DiaryNumber?.Value.Printed);
        Row(output, "Rubrik", extract.Title?.Value);
        Row(output, "Planår", extract.PlanYear?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Row(output, "Organ", extract.Body?.Value);
        Row(output, "Sammanträdesdag", extract.MeetingDate is { } day ? SwedishDate.Long(day.Value) : null);
        foreach (var decision in extract.Decisions) Row(output, "Beslut", decision.Value);
        foreach (var recipient in extract.Recipients) Row(output, "Mottagare", recipient.Value);
        foreach (var warning in extract.Warnings) Row(output, "Varning", warning.Code);
    }

    private static void Row(TextWriter output, string name, string? value) =>
        output.WriteLine($"  {name,-16}{value ?? "framgår inte"}");
}
