using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Puts a label and its value on one line where a table or a narrow column parts them: "Sammanträdesdatum" / "2023-11-20".</summary>
internal static class Labels
{
    private static readonly HashSet<string> s_labels = new(
        ["dnr", "diarienr", "diarienummer", "diarienr.", "ärendenummer", "ärendenr", "diariebeteckning", "sammanträdesdatum", "sammanträdesdag", "mötesdatum", "datum", "sammanträde", "paragraf", "§"],
        StringComparer.OrdinalIgnoreCase);

    public static List<TextLine> Join(List<TextLine> lines)
    {
        var known = s_labels.GetAlternateLookup<ReadOnlySpan<char>>();
        var joined = new List<TextLine>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && known.Contains(joined[^1].Text.AsSpan().TrimEnd(": ")) && line.Text.Any(char.IsAsciiDigit))
            {
                joined[^1] = joined[^1] with { Text = $"{joined[^1].Text} {line.Text}" };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }
}
