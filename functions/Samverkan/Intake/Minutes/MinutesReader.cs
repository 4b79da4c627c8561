using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads Swedish municipal minutes: takes out what belongs to the page, cuts the text into paragraphs (§) and those into
/// sections by their headings, and reads each field from the sections where it stands. Pure, and total: any text gets an answer.</summary>
public static class MinutesReader
{
    /// <summary>Reads a text; where it is no minutes, the answer has no extracts and the warning <see cref="MinutesWarnings.NotMinutes"/>.</summary>
    /// <param name="text">The text of a file.</param>
    public static MinutesReading Read(DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var raw = ExtractSplitter.Split(Labels.Join(Furniture.Remove(text.Lines)));
        var extracts = raw.ConvertAll(ExtractReader.Read);
        return raw.Count > 0 && (IsHeadOfMinutes(raw[0].Head) || extracts.Exists(IsEvidence))
            ? new MinutesReading(extracts, [])
            : new MinutesReading([], [new ReadingWarning(MinutesWarnings.NotMinutes, At: null)]);
    }

    /// <summary>Agreements and statutes have paragraphs too; minutes decide something or go to somebody.</summary>
    private static bool IsEvidence(MinutesExtract extract) => extract.Decisions.Count > 0 || extract.Recipients.Count > 0;

    private static bool IsHeadOfMinutes(IReadOnlyList<TextLine> head) =>
        head.Take(40).Any(line => Words.HasAny(line.Text, "sammanträdesprotokoll", "protokollsutdrag", "sammanträdesdatum", "utdrag ur protokoll", "protokoll"));
}
