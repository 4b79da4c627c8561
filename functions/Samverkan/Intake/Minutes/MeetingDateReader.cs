using NodaTime;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads the day of the meeting from the head of the document.</summary>
internal static class MeetingDateReader
{
    private const int LongestLabel = 40;
    private static readonly string[] s_other =
    [
        "justering", "justerat", "justerades", "justerad", "anslag", "anslaget", "anslås", "anslagsdatum",
        "utskriven", "utskrivet", "utskriftsdatum", "utdragsdatum", "expedierat", "expedierad", "nedtagande",
        "nedtas", "kallelse", "överklagas", "upprättad", "justeringsdatum", "diariefört", "ankom",
    ];

    private static readonly string[] s_meeting =
    [
        "sammanträdesdatum", "sammanträdesdag", "sammanträdesdatum och tid", "sammanträde", "sammanträdet",
        "mötesdatum", "mötesdag", "möte", "sammanträdestid", "beslutsdatum",
    ];

    private static readonly string[] s_minutes =
    [
        "protokoll", "protokollsutdrag", "sammanträdesprotokoll", "tid", "datum",
    ];

    public static Reading<LocalDate>? Read(RawExtract extract, ICollection<ReadingWarning> warnings)
    {
        var start = extract.Start.Line;
        var own = Best([start with { Text = start.Text[..Math.Max(0, start.Text.IndexOf('§', StringComparison.Ordinal))] }]);
        if ((extract.Head.Meeting ?? own) is not { } best)
        {
            return null;
        }

        var place = new Place(best.Line.Page, best.Line.Line, best.Line.Text);
        if (best.Match.Date is { } date)
        {
            return new Reading<LocalDate>(date, place);
        }

        warnings.Add(new ReadingWarning(MinutesWarnings.MeetingDateIncomplete, place));
        return null;
    }

    /// <summary>The line whose date is most surely the meeting's; a label may stand on the line before its date.</summary>
    public static DatedLine? Best(IReadOnlyList<TextLine> lines)
    {
        DatedLine? best = null;
        var label = 0;
        foreach (var line in lines)
        {
            var found = SwedishDates.Find(line.Text);
            var own = found is null && line.Text.Length > LongestLabel ? 0 : RankOf(line.Text);
            if (found is { } match && own >= 0 && Math.Max(own, label) > (best?.Rank ?? 0))
            {
                best = new DatedLine(Math.Max(own, label), match, line);
            }

            label = own > 1 && found is null ? own : 0;
        }

        return best;
    }

    /// <summary>How surely a line's date is the meeting's: 4 where it says so, 1 where it says nothing, -1 where it
    /// says something else.</summary>
    private static int RankOf(string text)
    {
        if (text.Length > 160 || Words.HasAny(text, s_other))
        {
            return Words.HasAny(text, "sammanträdesdatum") ? 4 : -1;
        }

        if (Words.HasAny(text, s_meeting))
        {
            return 4;
        }

        var body = Bodies.TryReadAtStart(text, out _);
        return body ? 3 : Words.HasAny(text, s_minutes) ? 2 : IsDateAlone(text) ? 1 : -1;
    }

    /// <summary>Whether a line has no words but a date's own: a day of the week, a month, a time.</summary>
    private static bool IsDateAlone(string text) => text.Length <= 60 && SwedishDates.Find(text) is { } match
        && Words.Last(text.AsSpan(0, match.Start).TrimEnd()) is var before
        && (before.IsEmpty || before is "den" or "Den" || before.EndsWith("dagen", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("dag", StringComparison.OrdinalIgnoreCase))
        && (text.AsSpan(match.End).Trim(" ,.").IsEmpty
        || text.AsSpan(match.End).Contains("kl", StringComparison.OrdinalIgnoreCase));
}
