using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Intake;

/// <summary>
/// Says what a file is and where it belongs: reads its text, tells minutes from plans, and matches it against the register.
/// What nobody but a person may let out is held.
/// </summary>
public sealed class DocumentJudge(FileTextReader texts, RegisterBook registers, IClock clock)
{
    /// <summary>
    /// Judges a file as it was dropped. Nothing is changed by it. A file whose text is not read (PDF, spreadsheets) cannot be
    /// looked through for what is sensitive, and is not held for it.
    /// </summary>
    /// <param name="content">The file's bytes; seekable.</param>
    /// <param name="path">Its path in the inbox: folders and name may say where it belongs.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Verdict> JudgeAsync(Stream content, string path, CancellationToken cancellation)
    {
        var (reading, minutes, refusal) = Read(content, path);
        if (refusal is not null) return new Verdict.Refused(refusal.Code, refusal.Sentence, []);
        var verdict = Match(reading.Text, minutes, path, await GroundAsync(cancellation));
        return reading.Text is { } text ? SensitiveHold.On(verdict, SensitiveContent.Find(text)) : verdict;
    }

    /// <summary>
    /// Judges a file that a person has looked at and lets out of quarantine: its contents hold it no longer, and where
    /// the person says where it belongs, it belongs there. Nothing is changed by it.
    /// </summary>
    /// <param name="content">The file's bytes; seekable.</param>
    /// <param name="path">The path that it was dropped under.</param>
    /// <param name="choice">Where it belongs; null to match it as usual.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Verdict> JudgeReleasedAsync(Stream content, string path, ReleaseChoice? choice, CancellationToken cancellation)
    {
        var (reading, minutes, refusal) = Read(content, path);
        if (refusal is not null) return new Verdict.Refused(refusal.Code, refusal.Sentence, []);
        var ground = await GroundAsync(cancellation);
        if (choice is null) return Match(reading.Text, minutes, path, ground);
        var chosen = new ChosenPlace(choice, ground);
        return choice.Part is null && minutes is not null
            ? chosen.Of(minutes)
            : chosen.Of(PlanIn(reading.Text), path, Today());
    }

    // One clock for all of it: a text that was read in time may still take too long to understand.
    private (TextReading Text, MinutesReading? Minutes, TextRefusal? Refusal) Read(Stream content, string path)
    {
        using var limit = texts.StartClock();
        var reading = texts.Read(content, path, limit.Token);
        var minutes = reading.Text is { } text ? MinutesReader.Read(text, limit.Token) : null;
        return (reading, minutes is { IsMinutes: true } ? minutes : null, reading.Refusal ?? minutes?.Refusal);
    }

    private Verdict Match(DocumentText? text, MinutesReading? minutes, string path, MatchingGround ground) => minutes is not null
        ? OfMinutes(minutes, ground)
        : OfPlan(PlanMatcher.Place(PlanIn(text), path, ground, Today()));

    private static PlanReading? PlanIn(DocumentText? text) => text is null ? null : PlanReader.Read(text);

    private static Verdict OfMinutes(MinutesReading minutes, MatchingGround ground)
    {
        var results = minutes.Extracts.Select((extract, index) => (extract, index, Result: ExtractMatcher.Place(extract, ground))).ToArray();
        PlacedExtract[] placed = [.. results.Where(r => r.Result.IsPlaced).Select(r => new PlacedExtract(r.index, r.extract, r.Result.Placement!))];

        // Whole minutes have paragraphs about other things; those need nobody. One that may be meant does.
        var open = results.Select(r => r.Result.Unplaced).OfType<Unplaced>().OrderByDescending(u => u.Candidates.Count).FirstOrDefault();
        return placed.Length > 0 && open is not { Candidates.Count: > 0 } ? new Verdict.Minutes(placed) : Refused(open!);
    }

    private static Verdict OfPlan(PlacementResult result) => result.IsPlaced ? new Verdict.Plan(result.Placement) : Refused(result.Unplaced);

    private static Verdict.Refused Refused(Unplaced unplaced) => new(unplaced.Code, unplaced.Message, unplaced.Candidates);

    private async Task<MatchingGround> GroundAsync(CancellationToken cancellation) =>
        new(await registers.CurrentAsync(cancellation), (await registers.HistoryAsync(cancellation)).Learned);

    private LocalDate Today() => Stockholm.DateOf(clock.GetCurrentInstant());
}
