using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Finds a plan's title: the first line of the first page that is no sentence and names a kind of plan.</summary>
internal static class PlanTitleReader
{
    private const int LongestTitle = 160;
    private static readonly string[] s_kinds =
    [
        "plan", "budget", "program", "strategi", "överenskommelse", "riktlinje", "policy",
    ];

    private static readonly string[] s_labels =
    [
        "dokumenttyp", "dokumentnamn", "dokumentansvarig", "bilaga", "innehåll", "gäller", "planår", "antagen",
        "fastställd", "plan för uppföljning",
    ];

    public static Reading<string>? Read(List<TextLine> lines)
    {
        var at = lines.FindIndex(IsTitle);
        if (at < 0)
        {
            return null;
        }

        var title = new Passage();
        title.Add(lines[at], WithoutLabel(lines[at].Text));
        for (var next = at + 1; next < lines.Count && Belongs(title, lines[next]); next++)
        {
            title.Add(lines[next]);
        }

        var text = title.ToString();
        return new Reading<string>(text, new Place(lines[at].Page, lines[at].Line, text));
    }

    private static bool IsTitle(TextLine line) =>
        line.Kind is not (LineKind.Header or LineKind.Footer)
        && line.Text.Length <= LongestTitle && line.Text[^1] is not ('.' or ',') && !char.IsLower(line.Text[0])
        && s_kinds.Any(kind => line.Text.Contains(kind, StringComparison.OrdinalIgnoreCase))
        && !s_labels.Any(label => line.Text.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>The year alone on the next line belongs to the title; so does a line that goes on without a new
    /// paragraph.</summary>
    private static bool Belongs(Passage title, TextLine line) =>
        title.Length + line.Text.Length <= LongestTitle
        && ((line.Text.Length == 4 && line.Text.StartsWith("20", StringComparison.Ordinal)
        && !title.ToString().AsSpan().ContainsAnyInRange('0', '9'))
            || (!line.StartsParagraph && Continuation.Joins(title.LastLine, line.Text)));

    private static string WithoutLabel(string text)
    {
        foreach (var label in (ReadOnlySpan<string>)["UTKAST", "Utkast", "Titel", "Förslag till"])
        {
            if (Words.IsAt(text, 0, label) && text.AsSpan(label.Length).Trim(" :–-") is { IsEmpty: false } rest)
            {
                return Bodies.Capitalized(rest.ToString());
            }
        }

        return text;
    }
}
