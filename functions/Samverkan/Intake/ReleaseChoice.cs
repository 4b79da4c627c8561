using Samverkan.Agreements;

namespace Samverkan.Intake;

/// <summary>Where a person says that a quarantined document belongs. It is checked against the register when it is used.</summary>
public sealed record ReleaseChoice
{
    /// <summary>The agreement or action plan; needed.</summary>
    public AgreementId? Agreement { get; init; }

    /// <summary>The obligation; null where minutes concern the agreement itself.</summary>
    public ObligationId? Obligation { get; init; }

    /// <summary>The plan year; needed with an obligation, and null without.</summary>
    public int? PlanYear { get; init; }

    /// <summary>Which part of the set the file is. Where it is given the file is taken for a plan's, whatever it looks like; null
    /// where its name or text tells, and for minutes.</summary>
    public string? Part { get; init; }

    /// <summary>Whether the plan is adopted although neither its text nor its name says so; false by default, and for minutes.</summary>
    public bool Adopted { get; init; }

    /// <summary>Which paragraph of minutes with several the choice is for; null where one alone is open.</summary>
    public string? Paragraph { get; init; }
}
