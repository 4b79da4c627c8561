using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads who is to have the extract.</summary>
internal static class RecipientReader
{
    private static readonly SearchValues<string> s_addresses = SearchValues.Create(
        [
            "postadress", "ksadress", "telefon", "tel:", "tel.", "org.nr", "organisationsnummer", "webbplats",
            "e-post", "bankgiro", "plusgiro", "www.",
        ], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_verbs = ["är", "har", "ska", "skall", "kan", "får", "finns"];

    /// <summary>More is no list of recipients. Reading ends there.</summary>
    public const int Most = 2_000;

    public static List<Reading<string>> Read(RawExtract extract, CancellationToken stop)
    {
        var found = new List<Reading<string>>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in extract.Of(SectionKind.Recipients))
        {
            var entries = RecipientEntries.Of(Relevant(section));
            foreach (var (text, line) in entries.TakeWhile(_ => found.Count <= Most && !stop.IsCancellationRequested))
            {
                found.AddRange(RecipientNames.Split(text, entries.Count > 1)
                    .Where(name => seen.Add(name))
                    .Select(name => new Reading<string>(name, new Place(line.Page, line.Line, name))));
            }
        }

        return found;
    }

    /// <summary>The section's lines up to where something else begins: an address, or a sentence that says
    /// something.</summary>
    private static List<TextLine> Relevant(Section section)
    {
        var end = section.Lines.FindIndex(line => line.Text.AsSpan().IndexOfAny(s_addresses) >= 0
            || (line.StartsParagraph && line.Text[^1] == '.' && Words.HasAny(line.Text, s_verbs)));
        return end < 0 ? section.Lines : section.Lines[..end];
    }
}
