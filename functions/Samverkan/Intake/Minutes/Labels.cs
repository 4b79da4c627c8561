using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Puts a label and its value on one line where a table or a narrow column parts them: "Sammanträdesdatum" /
/// "2023-11-20".</summary>
internal static class Labels
{
    private static readonly HashSet<string> s_labels = new(
        [
            "dnr", "diarienr", "diarienummer", "diarienr.", "ärendenummer", "ärendenr", "diariebeteckning",
            "sammanträdesdatum", "sammanträdesdag", "mötesdatum", "datum", "sammanträde", "paragraf", "§",
        ],
        StringComparer.OrdinalIgnoreCase);

    private const int LongestLabel = 20;

    public static IEnumerable<TextLine> Join(IEnumerable<TextLine> lines)
    {
        TextLine? label = null;
        foreach (var line in lines)
        {
            var joined = label is { } before && line.Text.AsSpan().ContainsAnyInRange('0', '9')
                ? before with { Text = $"{before.Text} {line.Text}" } : line;
            if (label is { } alone && joined == line)
            {
                yield return alone;
            }

            label = IsLabel(joined.Text) ? joined : null;
            if (label is null)
            {
                yield return joined;
            }
        }

        if (label is { } last)
        {
            yield return last;
        }
    }

    private static bool IsLabel(string text) =>
        text.Length <= LongestLabel
            && s_labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan().TrimEnd(": "));
}
