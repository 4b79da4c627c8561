using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads what a plan says of itself on its first pages, in its page headers and at its end. Pure, and total:
/// any text gets an answer, most of them an empty one.</summary>
public static class PlanReader
{
    private const int FirstLines = 60;
    private const int LastLines = 20;

    /// <summary>Reads a text as a plan, whether or not it is one.</summary>
    /// <param name="text">The text of a file.</param>
    public static PlanReading Read(DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Lines.Count <= FirstLines + LastLines ? text.Lines
            : [.. text.Lines.Take(FirstLines), .. text.Lines.TakeLast(LastLines)];
        var title = PlanTitleReader.Read([.. ends.Take(FirstLines)]);
        return new PlanReading
        {
            Title = title,
            PlanYear = PlanYearReader.Read(title) ?? LabelledYear(ends, title),
            DiaryNumber = Number(ends),
            Part = Part(title),
            Adoption = AdoptionReader.Read(ends),
        };
    }

    /// <summary>"Planår: 2023", "Verksamhetsår 2023": counts only where the title itself names no years.</summary>
    private static Reading<int>? LabelledYear(IReadOnlyList<TextLine> lines, Reading<string>? title)
    {
        if (title is not null && title.Value.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        foreach (var line in lines)
        {
            foreach (var label in (ReadOnlySpan<string>)["planår", "verksamhetsår", "budgetår", "avser år", "gäller år",
                "gäller för år", "för år"])
            {
                var rest = line.Text.AsSpan(Math.Min(label.Length, line.Text.Length)).Trim(" :.");
                if (Words.IsAt(line.Text, 0, label) && rest.Length == 4 && rest.StartsWith("20", StringComparison.Ordinal)
                    && int.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out var year))
                {
                    return new Reading<int>(year, new Place(line.Page, line.Line, line.Text));
                }
            }
        }

        return null;
    }

    private static Reading<DiaryNumber>? Number(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (DiaryNumberScanner.Find(line.Text) is { } match
                && (match.Labelled || match.End - match.Start == line.Text.Length))
            {
                return new Reading<DiaryNumber>(match.Number, new Place(line.Page, line.Line, match.Number.Printed));
            }
        }

        return null;
    }

    private static Reading<string>? Part(Reading<string>? title)
    {
        if (title is null)
        {
            return null;
        }

        var plan = title.Value.IndexOf("plan", StringComparison.OrdinalIgnoreCase);
        var budget = title.Value.IndexOf("budget", StringComparison.OrdinalIgnoreCase);
        return plan < 0 && budget < 0 ? null
            : new Reading<string>(plan < 0 || (budget >= 0 && budget < plan) ? "budget" : "plan", title.At, Basis.Inferred);
    }
}
