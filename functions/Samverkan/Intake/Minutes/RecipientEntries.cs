using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Joins the lines of recipients that belong together: an entry is a list item with its wrapped lines, or a
/// sentence.</summary>
internal static class RecipientEntries
{
    public static List<(string Text, TextLine Line)> Of(List<TextLine> lines)
    {
        var semicolons = lines.Exists(line => line.Text.Contains(';', StringComparison.Ordinal));
        var flows = lines.Exists(line => line.Text[^1] == ',' && ListItem.MarkerLength(line.Text) == 0);
        var entries = new List<(string, TextLine)>();
        var entry = new Passage();
        foreach (var line in lines)
        {
            var text = ListItem.Strip(line.Text);
            var listed = text.Length < line.Text.Length || line.Kind == LineKind.ListItem;
            if (!entry.IsEmpty && (listed || entry.Length > Passage.Longest
                || !Joins(entry.LastLine, line, flows || semicolons)))
            {
                entries.Add((entry.ToString(), entry.LineAt(0)));
                entry = new Passage();
            }

            entry.Add(line, text);
        }

        if (!entry.IsEmpty)
        {
            entries.Add((entry.ToString(), entry.LineAt(0)));
        }

        return entries;
    }

    private static bool Joins(string previous, TextLine next, bool flows)
    {
        if (RecipientNames.IsLabel(previous) || RecipientNames.IsLabel(next.Text) || next.Kind == LineKind.TableCell)
        {
            return false;
        }

        var small = char.IsLower(next.Text[0]);
        return Continuation.IsOpen(previous)
            || next.Text[0] == '('
            || Words.At(next.Text, 0) is "och" or "samt"
            || (small && !RecipientNames.IsComplete(previous) && !RecipientNames.IsFile(next.Text))
            || (flows && !next.StartsParagraph && previous[^1] != ';');
    }
}
