using System.Text;
using NodaTime;
using NodaTime.Text;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Intake.Text;

namespace Samverkan.Intake;

/// <summary>Reads what a person gives as the value of an extract's field, as strictly as the reader of minutes does.</summary>
internal static class CorrectedValue
{
    private const int LongestParagraph = 20;
    private const int LongestLine = 500;
    private const int MostRecipients = 500;

    /// <summary>The field's value in a decision, as people read it; null where nothing is stated.</summary>
    internal static string? Of(Decision decision, ExtractField field) => field switch
    {
        ExtractField.Paragraph => decision.Paragraph,
        ExtractField.DiaryNumber => decision.DiaryNumber,
        ExtractField.Title => decision.Title,
        ExtractField.Body => decision.Body,
        ExtractField.MeetingDate => decision.DecidedOn is { } day ? SwedishDate.Iso(day) : null,
        _ => null,
    };

    /// <summary>The decision with another value, nothing stated where the text is empty; or the sentence that says why it cannot be.</summary>
    internal static (Decision Decision, string? Problem) In(Decision decision, ExtractField field, string text, LocalDate today)
    {
        var value = text.Trim();
        if (field is ExtractField.MeetingDate) return OnDay(decision, value, today);
        if (value.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar)) return (decision, "Värdet innehåller radbrytningar eller osynliga tecken. Skriv det på en rad.");
        if (value.Length > LongestLine) return (decision, $"Värdet är längre än {LongestLine} tecken.");
        string? stated = value.Length == 0 ? null : value;
        return field switch
        {
            ExtractField.Paragraph => InParagraph(decision, value),
            ExtractField.DiaryNumber when stated is not null && !DiaryNumber.TryParse(stated, out _) =>
                (decision, "Värdet är inget diarienummer. Skriv det som det är tryckt, till exempel KS 2022/529."),
            ExtractField.DiaryNumber => (decision with { DiaryNumber = stated }, null),
            ExtractField.Title => (decision with { Title = stated }, null),
            ExtractField.Body => (decision with { Body = stated }, null),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field of a decision."),
        };
    }

    /// <summary>The names of a list, parted by semicolons or line ends; null where there are too many.</summary>
    internal static IReadOnlyList<Reading<string>>? Recipients(string text)
    {
        var names = text.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new Reading<string>(name, default))
            .ToArray();
        return names.Length <= MostRecipients ? names : null;
    }

    private static (Decision Decision, string? Problem) InParagraph(Decision decision, string value)
    {
        var number = value.TrimStart('§', ' ');
        return number.Length <= LongestParagraph
            ? (decision with { Paragraph = number.Length == 0 ? null : number }, null)
            : (decision, $"En paragraf har högst {LongestParagraph} tecken. Skriv bara numret, till exempel 193.");
    }

    private static (Decision Decision, string? Problem) OnDay(Decision decision, string value, LocalDate today)
    {
        if (value.Length == 0) return (decision with { DecidedOn = null }, null);
        var parsed = LocalDatePattern.Iso.Parse(value);
        if (!parsed.Success) return (decision, "Värdet är inget datum. Skriv det som 2022-12-12.");
        return parsed.Value > today
            ? (decision, "Dagen har inte varit än, och ett beslut fattas inte i förväg. Kontrollera datumet.")
            : (decision with { DecidedOn = parsed.Value }, null);
    }
}
