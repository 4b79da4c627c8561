using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Intake.Matching;

/// <summary>Makes the lists that a person chooses from.</summary>
internal static class Candidates
{
    /// <summary>Agreements, each with the obligation whose title fits best; the year only where there is an occurrence for it.</summary>
    internal static IReadOnlyList<Candidate> Of(IEnumerable<AgreementScore> scores, int? year) =>
        [.. scores.Select(score => Of(score, year)).Take(Unplaced.MostCandidates)];

    /// <summary>The occurrences of obligations of one agreement: of the plan year where there is one, else of all years, the newest first.</summary>
    internal static IReadOnlyList<Candidate> Of(AgreementScore score, IEnumerable<Obligation> obligations, int? year) =>
    [
        .. obligations
            .SelectMany(obligation => Occurrences.For(score.Agreement, obligation, inUseFrom: null).Occurrences)
            .OrderByDescending(occurrence => occurrence.PlanYear == year)
            .ThenByDescending(occurrence => occurrence.PlanYear)
            .Take(Unplaced.MostCandidates)
            .Select(occurrence => new Candidate(score.Agreement.Id, occurrence.ObligationId, occurrence.PlanYear, score.Score, score.Why)),
    ];

    private static Candidate Of(AgreementScore score, int? year)
    {
        var hit = score.Title ?? score.OutOfYear;
        var obligation = hit?.Known.Obligation;
        var occurrence = obligation is null || year is null ? null : Occurrences.Find(score.Agreement, obligation, year.Value, inUseFrom: null);
        var points = Math.Max(score.Score, hit?.Match.Score ?? 0);
        var why = score.Title is null && hit is not null ? [.. score.WhyKnown, hit.Why] : score.Why;
        return new Candidate(score.Agreement.Id, obligation?.Id, occurrence?.PlanYear, points, why);
    }
}
