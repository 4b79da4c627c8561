using Samverkan.Intake.Matching;

namespace Samverkan.Intake;

/// <summary>What a file was found to be, and where it belongs.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Minutes: at least one extract that belongs somewhere.</summary>
    /// <param name="Extracts">The extracts that do.</param>
    public sealed record Minutes(IReadOnlyList<PlacedExtract> Extracts) : Verdict;

    /// <summary>A file of a plan.</summary>
    /// <param name="Placement">The obligation, plan year and part that it belongs to, and the adoption that it states.</param>
    public sealed record Plan(Placement Placement) : Verdict;

    /// <summary>It cannot be taken in, or not placed: a person is asked.</summary>
    /// <param name="Code">Why, as a stable code.</param>
    /// <param name="Sentence">What happened, what it means and what to do, in Swedish.</param>
    /// <param name="Candidates">What it may belong to, the likeliest first; empty where nothing is known.</param>
    public sealed record Refused(string Code, string Sentence, IReadOnlyList<Candidate> Candidates) : Verdict;
}
