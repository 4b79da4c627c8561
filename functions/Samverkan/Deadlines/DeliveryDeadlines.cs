using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Ledger;

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
        if (ObligationOf(delivery) is not { } id) return null;
        if (!_bound.TryGetValue(id, out var bound)) _bound[id] = bound = Find(id);
        return bound is not null && delivery.CreatedAt < Stockholm.EndOf(bound.Occurrence.EffectiveDue) && !bound.Met.Contains(delivery.Contact)
            ? bound
            : null;
    }

    /// <summary>The effective due day of <see cref="Of"/>; null where none binds it.</summary>
    public LocalDate? DayOf(Delivery delivery) => Of(delivery)?.Occurrence.EffectiveDue;

    /// <summary>
    /// The effective due day that binds the delivery unless its occurrence is closed or its contact has what is owed by the
    /// day, which only the stream tells; null likewise. For what may be too careful, but must not read the ledger.
    /// </summary>
    public static LocalDate? DayOf(Delivery delivery, Register register) =>
        ObligationOf(delivery) is { } id ? PlaceOf(DeliveryId.StreamOf(delivery.Id), id, register)?.Occurrence.EffectiveDue : null;

    private static ObligationId? ObligationOf(Delivery delivery) =>
        delivery.Version is DeliveryVersion.Draft or DeliveryVersion.Adopted or DeliveryVersion.Correction ? delivery.Obligation : null;

    private static (Agreement Agreement, Obligation Obligation, Occurrence Occurrence)? PlaceOf(StreamId stream, ObligationId id, Register register)
    {
        if (stream.AgreementYear is not { PlanYear: { } planYear } owner || !AgreementId.TryParse(owner.Agreement, out var agreementId)) return null;
        if (register.FindAgreement(agreementId) is not { } agreement || agreement.FindObligation(id) is not { } obligation) return null;
        return Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { IsHistory: false } occurrence ? (agreement, obligation, occurrence) : null;
    }

    private Bound? Find(ObligationId id) =>
        year.Of(id).IsOpen && PlaceOf(year.Stream, id, register) is var (agreement, obligation, occurrence)
            ? new Bound(agreement, obligation, occurrence, MetOf(obligation))
            : null;

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
