using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>What a plan says of itself. What its text does not state is null.</summary>
public sealed record PlanReading
{
    /// <summary>The title, on one line.</summary>
    public Reading<string>? Title { get; init; }

    /// <summary>The year that the plan is for; null for a span of years.</summary>
    public Reading<int>? PlanYear { get; init; }

    /// <summary>The registry number that the plan carries.</summary>
    public Reading<DiaryNumber>? DiaryNumber { get; init; }

    /// <summary>Which part of the set it seems to be: "plan" or "budget", as the register calls them. Inferred from the
    /// title.</summary>
    public Reading<string>? Part { get; init; }

    /// <summary>The note that it was adopted; null where the text has none, and then it is a draft until somebody
    /// adopts it.</summary>
    public Reading<PlanAdoption>? Adoption { get; init; }
}
