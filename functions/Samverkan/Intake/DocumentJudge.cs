using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Intake;

/// <summary>Says what a file is and where it belongs: reads its text, tells minutes from plans, and matches it against the register.</summary>
public sealed class DocumentJudge(FileTextReader texts, RegisterBook registers, IClock clock)
{
    /// <summary>Judges a file. Nothing is changed by it.</summary>
    /// <param name="content">The file's bytes; seekable.</param>
    /// <param name="path">Its path in the inbox: folders and name may say where it belongs.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Verdict> JudgeAsync(Stream content, string path, CancellationToken cancellation)
    {
        var reading = texts.Read(content, path);
        if (reading.Refusal is { } refusal) return new Verdict.Refused(refusal.Code, refusal.Sentence, []);
        var register = await registers.CurrentAsync(cancellation);
        var history = await registers.HistoryAsync(cancellation);
        var ground = new MatchingGround(register, history.Learned);
        if (reading.Text is { } text && MinutesReader.Read(text) is { IsMinutes: true } minutes) return OfMinutes(minutes, ground);
        var plan = reading.Text is { } prose ? PlanReader.Read(prose) : null;
        return OfPlan(PlanMatcher.Place(plan, path, ground, Stockholm.DateOf(clock.GetCurrentInstant())));
    }

    private static Verdict OfMinutes(MinutesReading minutes, MatchingGround ground)
    {
        var results = minutes.Extracts.Select((extract, index) => (extract, index, Result: ExtractMatcher.Place(extract, ground))).ToArray();
        PlacedExtract[] placed = [.. results.Where(r => r.Result.IsPlaced).Select(r => new PlacedExtract(r.index, r.extract, r.Result.Placement!))];

        // Whole minutes have paragraphs about other things; those need nobody. One that may be meant does.
        var open = results.Select(r => r.Result.Unplaced).OfType<Unplaced>().OrderByDescending(u => u.Candidates.Count).FirstOrDefault();
        return placed.Length > 0 && open is not { Candidates.Count: > 0 } ? new Verdict.Minutes(placed) : Refused(open!);
    }

    private static Verdict OfPlan(PlacementResult result) => result.IsPlaced ? new Verdict.Plan(result.Placement) : Refused(result.Unplaced);

    private static Verdict.Refused Refused(Unplaced unplaced) =>
        new(unplaced.Code, unplaced.Message, [.. unplaced.Candidates.Select(c => c.Agreement).Distinct()]);
}
