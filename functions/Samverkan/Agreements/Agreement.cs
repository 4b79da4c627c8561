using NodaTime;

namespace Samverkan.Agreements;

/// <summary>
/// An agreement or action plan with its period and obligations. An extension is a copy with another
/// <see cref="Period"/>; the old one stays in the ledger.
/// </summary>
public sealed record Agreement
{
    /// <summary>The agreement's id, unique in the register and not reserved.</summary>
    public required AgreementId Id { get; init; }

    /// <summary>Cooperation agreement or action plan.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>The title for people to read; an action plan is also matched by it.</summary>
    public required string Title { get; init; }

    /// <summary>The diary numbers that are known beforehand, as written. Empty by default.</summary>
    public IReadOnlyList<string> DiaryNumbers { get; init; } = [];

    /// <summary>The period, both ends inclusive.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>The first day of the period.</summary>
    public LocalDate From => Period.Start;

    /// <summary>The last day of the period.</summary>
    public LocalDate To => Period.End;

    /// <summary>The contacts who are reminded, at least one.</summary>
    public required IReadOnlyList<ContactId> Responsible { get; init => field = NonEmpty.List(value); }

    /// <summary>The contacts who are told as well when something is overdue. Empty by default.</summary>
    public IReadOnlyList<ContactId> Escalation { get; init; } = [];

    /// <summary>The bodies whose endorsement is asked for, in their order, as minutes name them. Empty by default.</summary>
    public IReadOnlyList<string> Endorsers { get; init; } = [];

    /// <summary>What must be delivered; at least one for a cooperation agreement, by the register's check.</summary>
    public IReadOnlyList<Obligation> Obligations { get; init => field = WithUniqueIds(value); } = [];

    /// <summary>The obligation with an id, or null where the agreement has none.</summary>
    public Obligation? FindObligation(ObligationId id) => Obligations.FirstOrDefault(obligation => obligation.Id == id);

    private static IReadOnlyList<Obligation> WithUniqueIds(IReadOnlyList<Obligation> obligations) =>
        obligations.DistinctBy(obligation => obligation.Id).Count() == obligations.Count
            ? obligations
            : throw new ArgumentException("Two obligations of an agreement have the same id.", nameof(obligations));
}
