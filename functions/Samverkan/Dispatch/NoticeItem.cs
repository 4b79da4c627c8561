using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>One thing that a notice tells, with the facts as they were when it became owed.</summary>
/// <param name="Key">What makes it the same thing: the same key never goes to the same contact twice.</param>
/// <param name="Kind">What it is.</param>
public sealed record NoticeItem(string Key, NoticeKind Kind)
{
    /// <summary>The agreement; null where the matter belongs to none.</summary>
    public AgreementId? Agreement { get; init; }

    /// <summary>The obligation; null where the matter belongs to none.</summary>
    public ObligationId? Obligation { get; init; }

    /// <summary>The plan year; null where there is none.</summary>
    public int? PlanYear { get; init; }

    /// <summary>What it concerns, for people: the obligation's title, or a delivery's or a file's.</summary>
    public string? Title { get; init; }

    /// <summary>The agreement's title; null where the matter belongs to none.</summary>
    public string? AgreementTitle { get; init; }

    /// <summary>The date that the agreement states; null where there is none.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>The date that counts, after moving; null where there is none.</summary>
    public LocalDate? EffectiveDue { get; init; }

    /// <summary>Why the two dates differ, in Swedish; null where they do not.</summary>
    public string? WhyMoved { get; init; }

    /// <summary>From the day of sending to the date that counts; negative after it; null where there is no date.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The parts that are missing; empty where none are.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether the adopted version must be there by the date, so that a draft is not enough.</summary>
    public bool MustBeAdopted { get; init; }

    /// <summary>The anchor that is told of; null for everything else.</summary>
    public Anchored? Anchor { get; init; }

    /// <summary>Code of what went wrong; null where nothing did.</summary>
    public string? Code { get; init; }

    /// <summary>Names and answers that may be personal, as a commitment of the same event; null where there are none.</summary>
    public Commitment? Detail { get; init; }

    /// <summary><see cref="Detail"/> in clear, once read; never stored here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? DetailText { get; init; }

    /// <summary>The item with its detail in clear.</summary>
    internal NoticeItem Revealed(PersonalValues personal) =>
        this with { DetailText = Detail is { } detail ? personal.Reveal(detail) : null };
}
