using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads Swedish municipal minutes: takes out what belongs to the page, cuts the text into paragraphs (§) and
/// those into sections by their headings, and reads each field from the sections where it stands. Pure, and total: any
/// text gets an answer.</summary>
public static class MinutesReader
{
    private static readonly string[] s_minutes =
        ["sammanträdesprotokoll", "protokollsutdrag", "sammanträdesdatum", "protokoll"];

    private static readonly string[] s_others =
        [
            "tjänsteskrivelse", "tjänsteutlåtande", "kallelse", "föredragningslista", "dagordning", "ärendelista",
            "motion", "remissvar", "följebrev", "yttrande", "delegationsbeslut",
        ];

    /// <summary>Paragraphs of one document; a council decides some hundreds in a year.</summary>
    public const int MostParagraphs = 5_000;

    /// <summary>Reads a text; where it is no minutes, the answer has no extracts and the warning
    /// <see cref="MinutesWarnings.NotMinutes"/>. Refused where the time runs out (<see cref="TextCodes.TooSlow"/>), or where
    /// there is more than minutes can have (<see cref="TextCodes.TooManyEntries"/>).</summary>
    /// <param name="text">The text of a file.</param>
    /// <param name="stop">Cancelled when the time is up.</param>
    public static MinutesReading Read(DocumentText text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = Labels.Join(Furniture.Remove(text.Lines)).TakeWhile(_ => !stop.IsCancellationRequested);
        var raw = ExtractSplitter.Split(lines);
        if (raw.Count > MostParagraphs)
        {
            return MinutesReading.Refused(Refusals.TooManyEntries);
        }

        List<MinutesExtract> extracts = [.. raw.TakeWhile(_ => !stop.IsCancellationRequested).Select(r => ExtractReader.Read(r, stop))];
        if (stop.IsCancellationRequested)
        {
            return MinutesReading.Refused(Refusals.TooSlow);
        }

        if (extracts.Exists(extract => extract.Recipients.Count > RecipientReader.Most))
        {
            return MinutesReading.Refused(Refusals.TooManyEntries);
        }

        var isMinutes = raw.Count > 0 && (SaysMinutes(raw[0].Head) ?? extracts.Exists(IsEvidence));
        return isMinutes
            ? new MinutesReading(extracts, [])
            : new MinutesReading([], [new ReadingWarning(MinutesWarnings.NotMinutes, At: null)]);
    }

    /// <summary>Agreements and statutes have paragraphs too; minutes decide something or go to somebody.</summary>
    private static bool IsEvidence(MinutesExtract extract) => extract.Decisions.Count > 0 || extract.Recipients.Count > 0;

    /// <summary>What the head says first: minutes, or a memo or summons, which quote § and list recipients too. Null where
    /// it says neither.</summary>
    private static bool? SaysMinutes(DocumentHead head)
    {
        foreach (var line in head.Lines.Take(40))
        {
            if (Words.HasAny(line.Text, s_minutes))
            {
                return true;
            }

            if (s_others.Any(word => Words.IsAt(line.Text, 0, word)))
            {
                return false;
            }
        }

        return null;
    }
}
