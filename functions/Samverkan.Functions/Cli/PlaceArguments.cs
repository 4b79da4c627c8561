using System.Globalization;
using Samverkan.Intake.Matching;

namespace Samverkan.Functions.Cli;

/// <summary>A candidate as the arguments that <c>release</c> takes.</summary>
internal static class PlaceArguments
{
    /// <summary>The arguments, each with a space before it; what the candidate does not tell is left out.</summary>
    public static string Of(Candidate candidate) => string.Concat(
        $" --agreement {candidate.Agreement}",
        candidate.Obligation is { } obligation ? $" --obligation {obligation}" : "",
        candidate.PlanYear is { } year ? string.Create(CultureInfo.InvariantCulture, $" --plan-year {year}") : "");
}
