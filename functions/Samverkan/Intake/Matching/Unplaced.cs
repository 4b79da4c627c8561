namespace Samverkan.Intake.Matching;

/// <summary>A document that waits for a person.</summary>
/// <param name="Code">Why, for programs: one of <see cref="MatchCodes"/>.</param>
/// <param name="Message">What happened, what it means and what to do, in Swedish, on one line.</param>
/// <param name="Candidates">What it may belong to, the likeliest first; may be empty, at most <see cref="MostCandidates"/>.</param>
public sealed record Unplaced(string Code, string Message, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>The most candidates that a person is shown.</summary>
    public const int MostCandidates = 10;
}
