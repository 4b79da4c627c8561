using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Deadlines;

/// <summary>Which due days bind the deliveries of one stream, as it stands. Pure; made anew for each state.</summary>
internal sealed class DeliveryDeadlines(AgreementYear year, Register register)
{
    private readonly Dictionary<ObligationId, Bound?> _bound = [];

    /// <summary>
    /// The occurrence by whose effective due day the delivery must have arrived. Null where none binds it: it belongs to no
    /// open occurrence, became owed after the day, or its contact already has what is owed by the day (the draft, where one
    /// is enough).
    /// </summary>
    public Bound? Of(Delivery delivery)
    {
        if (delivery is not { Obligation: { } id, Version: DeliveryVersion.Draft or DeliveryVersion.Adopted or DeliveryVersion.Correction }) return null;
        if (!_bound.TryGetValue(id, out var bound)) _bound[id] = bound = Find(id);
        return bound is not null && delivery.CreatedAt < Stockholm.EndOf(bound.Occurrence.EffectiveDue) && !bound.Met.Contains(delivery.Contact)
            ? bound
            : null;
    }

    /// <summary>The effective due day of <see cref="Of"/>; null where none binds it.</summary>
    public LocalDate? DayOf(Delivery delivery) => Of(delivery)?.Occurrence.EffectiveDue;

    private Bound? Find(ObligationId id)
    {
        if (year.Stream.AgreementYear is not { PlanYear: { } planYear } owner || !AgreementId.TryParse(owner.Agreement, out var agreementId)) return null;
        if (register.FindAgreement(agreementId) is not { } agreement || agreement.FindObligation(id) is not { } obligation) return null;
        return year.Of(id).IsOpen && Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { IsHistory: false } occurrence
            ? new Bound(agreement, obligation, occurrence, MetOf(obligation))
            : null;
    }

    private HashSet<ContactId> MetOf(Obligation obligation) =>
    [
        .. year.Deliveries.All
            .Where(d => d.Obligation == obligation.Id && d.IsReceived
                && (d.Version is DeliveryVersion.Adopted or DeliveryVersion.Correction || (obligation.DraftByDeadline && d.Version is DeliveryVersion.Draft)))
            .Select(d => d.Contact),
    ];

    /// <summary>An open occurrence, and the contacts who have what is owed by its day.</summary>
    internal sealed record Bound(Agreement Agreement, Obligation Obligation, Occurrence Occurrence, IReadOnlySet<ContactId> Met);
}
