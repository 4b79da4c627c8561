using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Intake.Matching;

/// <summary>What a document belongs to. An obligation comes with its plan year, and there is an occurrence for it.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Obligation">The obligation; null where the document concerns the agreement itself.</param>
/// <param name="PlanYear">The plan year; null where <paramref name="Obligation"/> is.</param>
/// <param name="Score">60–100, how well it fits.</param>
/// <param name="Why">How it was placed, in Swedish: one sentence a reason.</param>
public sealed record Placement(AgreementId Agreement, ObligationId? Obligation, int? PlanYear, int Score, IReadOnlyList<string> Why)
{
    /// <summary>Which of the obligation's parts a plan's file is; null for a minutes extract.</summary>
    public string? Part { get; init; }

    /// <summary>The adoption that a plan's text or name states; null for a draft and for a minutes extract.</summary>
    public Decision? Adopted { get; init; }

    /// <summary>The diary number that the occurrence or the agreement learns by this; null where there is none or it is known already.</summary>
    public DiaryNumber? Teaches { get; init; }
}
