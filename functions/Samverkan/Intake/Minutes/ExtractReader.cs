using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads the fields of one paragraph of minutes.</summary>
internal static class ExtractReader
{
    public static MinutesExtract Read(RawExtract raw, CancellationToken stop)
    {
        var warnings = new List<ReadingWarning>();
        var title = TitleReader.Read(raw);
        var decisions = DecisionReader.Read(raw);
        var history = History.Read(raw, title.LinesTaken, warnings);
        var start = raw.Start.Line;
        return new MinutesExtract
        {
            Paragraph = new Reading<string>(raw.Start.Number, new Place(start.Page, start.Line, start.Text)),
            DiaryNumber = title.DiaryNumber ?? raw.Head.DiaryNumber,
            Title = title.Title,
            PlanYear = PlanYearReader.Read(title.Title),
            Body = BodyReader.Read(raw, decisions),
            MeetingDate = MeetingDateReader.Read(raw, warnings),
            Decisions = decisions,
            Recipients = RecipientReader.Read(raw, stop),
            Submissions = history.Submissions,
            Preparation = history.Preparation,
            Endorsements = history.Endorsements,
            ExtendedThrough = ExtensionReader.Read(decisions, title.Title, history.ExtendedThrough),
            Adopts = DecisionEffects.First(decisions, DecisionEffects.Adopts),
            Endorses = DecisionEffects.First(decisions, DecisionEffects.Endorses),
            Warnings = [.. warnings.DistinctBy(warning => warning.Code)],
        };
    }
}
