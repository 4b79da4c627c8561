using System.Collections.Immutable;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Receipts;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>The deliveries of one stream, made of its events.</summary>
public sealed record DeliveryBook : IStreamState<DeliveryBook>
{
    private ImmutableDictionary<string, Delivery> Deliveries { get; init; } = ImmutableDictionary.Create<string, Delivery>(StringComparer.Ordinal);

    /// <summary>The version of the newest event seen.</summary>
    public long Version { get; private init; }

    /// <summary>Every delivery, in no order.</summary>
    public IEnumerable<Delivery> All => Deliveries.IsEmpty ? [] : Deliveries.Values;

    /// <inheritdoc/>
    public static DeliveryBook Empty(StreamId stream) => new();

    /// <summary>The delivery with an id; null where the stream has none.</summary>
    public Delivery? Find(string id) => Deliveries.GetValueOrDefault(id);

    /// <summary>
    /// The deliveries of an obligation whose place others take before they are handed over, in order of their ids: a draft's
    /// the adopted version, a correction's a newer one, to the same contact. A try that is under way is left to finish.
    /// </summary>
    public IReadOnlyList<ReplacedDelivery> Superseded(ObligationId obligation, Instant now)
    {
        var newest = All
            .Where(d => d.Obligation == obligation && d is { Version: DeliveryVersion.Adopted or DeliveryVersion.Correction, State: not (DeliveryState.Cancelled or DeliveryState.Replaced) })
            .GroupBy(d => d.Contact)
            .ToDictionary(g => g.Key, g => g.MaxBy(d => d.OwedAtVersion)!);
        if (newest.Count == 0) return [];
        return
        [
            .. All
                .Where(d => d.Obligation == obligation && MayBeReplaced(d, now) && newest.TryGetValue(d.Contact, out var by) && Supersedes(by, d))
                .OrderBy(d => d.Id, StringComparer.Ordinal)
                .Select(d => new ReplacedDelivery(d.Id, newest[d.Contact].Id)),
        ];
    }

    /// <summary>The newest delivery whose version has taken the place of a delivery's, to the same contact; null where none has.</summary>
    public Delivery? NewerThan(Delivery delivery) => All
        .Where(d => d.Obligation == delivery.Obligation && d.Contact == delivery.Contact && d.State is not (DeliveryState.Cancelled or DeliveryState.Replaced))
        .Where(d => d.Obligation is not null && d.Version is DeliveryVersion.Adopted or DeliveryVersion.Correction && Supersedes(d, delivery))
        .OrderBy(d => d.Id, StringComparer.Ordinal)
        .MaxBy(d => d.OwedAtVersion);

    /// <inheritdoc/>
    public DeliveryBook Apply(RecordedEvent e) => (e.Event switch
    {
        DeliveriesOwed owed => this with { Deliveries = Deliveries.AddRange(Owed(owed, e).Where(d => !Deliveries.ContainsKey(d.Id)).Select(d => KeyValuePair.Create(d.Id, d))) },
        NoticeOwed notice => With(Telling(notice.Items, notice.Personal, new Delivery
        {
            Id = notice.Id,
            Version = DeliveryVersion.Notice,
            Contact = notice.Contact,
            CreatedAt = e.At,
            NextAt = e.At,
            OwedAtVersion = e.Version,
        })),
        DeliveryClaimed claimed => With(Deliveries[claimed.Id].Claim(claimed, e.At, e.By)),
        ClaimRenewed renewed => With(Deliveries[renewed.Id] with { NextAt = renewed.LeaseUntil }),
        AttemptEnded ended => With(Deliveries[ended.Id].End(ended, e.At)),
        DeliveryAcknowledged acknowledged => With(Deliveries[acknowledged.Id].Acknowledge(acknowledged, e)),
        DeliveryBounced bounced => With(Deliveries[bounced.Id].ComeBack(bounced, e.At)),
        DeliveryFellBack fell => With(Deliveries[fell.Id].FallBack(e.At)),
        DeliveriesReplaced replaced => replaced.Deliveries.Aggregate(this, (book, r) => book.With(book.Deliveries[r.Id].Replace(r.By))),
        DeliveryResent resent => Resend(resent, e),
        DeliveryCancelled cancelled => With(Deliveries[cancelled.Id].Cancel(cancelled, e)),
        DeliveryEscalated escalated => With(Deliveries[escalated.Id] with { EscalatedAt = e.At }),
        _ => this,
    }) with
    { Version = e.Version };

    /// <summary>The ids of the deliveries that an event concerns.</summary>
    public static IEnumerable<string> Concerned(LedgerEvent e) => e switch
    {
        DeliveriesOwed owed => owed.To.Select(t => t.Id),
        NoticeOwed notice => [notice.Id],
        DeliveryClaimed claimed => [claimed.Id],
        ClaimRenewed renewed => [renewed.Id],
        AttemptEnded ended => [ended.Id],
        DeliveryAcknowledged acknowledged => [acknowledged.Id],
        DeliveryBounced bounced => [bounced.Id],
        DeliveryFellBack fell => [fell.Id],
        DeliveriesReplaced replaced => replaced.Deliveries.Select(r => r.Id),
        DeliveryResent resent => [resent.Of, resent.Id],
        DeliveryCancelled cancelled => [cancelled.Id],
        DeliveryEscalated escalated => [escalated.Id],
        _ => [],
    };

    private static bool MayBeReplaced(Delivery d, Instant now) =>
        d is { Version: DeliveryVersion.Draft or DeliveryVersion.Correction, IsUndelivered: true } && !(d.State is DeliveryState.Claimed && d.NextAt > now);

    private static bool Supersedes(Delivery later, Delivery earlier) =>
        later.OwedAtVersion > earlier.OwedAtVersion && (earlier.Version is DeliveryVersion.Draft || later.Version is DeliveryVersion.Correction);

    private static IEnumerable<Delivery> Owed(DeliveriesOwed owed, RecordedEvent e)
    {
        SentDocument[] documents = [.. owed.Documents.Select(d => new SentDocument(d.Hash, owed.Personal.Reveal(d.Name), d.Part, d.Size))];
        return owed.To.Select(to => new Delivery
        {
            Id = to.Id,
            Version = owed.Version,
            Contact = to.Contact,
            Via = to.Via,
            Obligation = owed.Obligation,
            Matter = owed.Matter,
            SetHash = owed.SetHash,
            Documents = documents,
            CreatedAt = e.At,
            NextAt = e.At,
            OwedAtVersion = e.Version,
        });
    }

    // A certificate of the new one alone holds no entries of the old one.
    private DeliveryBook Resend(DeliveryResent resent, RecordedEvent e)
    {
        var old = Find(resent.Of);
        var book = Deliveries.ContainsKey(resent.Id) ? this : With(Again(resent, e) with { OwedAtVersion = old?.OwedAtVersion ?? e.Version });
        return old is null ? book : book.With(old.ResendAs(resent.Id));
    }

    private static Delivery Again(DeliveryResent resent, RecordedEvent e) => Telling(resent.Items, resent.Personal, new Delivery
    {
        Id = resent.Id,
        Version = resent.Version,
        Contact = resent.Contact,
        Via = resent.Via,
        Obligation = resent.Obligation,
        Matter = resent.Matter,
        SetHash = resent.SetHash,
        Documents = [.. resent.Documents.Select(d => new SentDocument(d.Hash, resent.Personal.Reveal(d.Name), d.Part, d.Size))],
        CreatedAt = e.At,
        NextAt = e.At,
        Resend = resent.Number,
        ResendOf = resent.Of,
        Resent = new Intervention(e.At, Person.Reveal(e), resent.Reason is { } reason ? resent.Personal.Reveal(reason) : null),
    });

    private static Delivery Telling(IReadOnlyList<NoticeItem>? items, PersonalValues personal, Delivery delivery)
    {
        if (items is null) return delivery;
        NoticeItem[] revealed = [.. items.Select(i => i.Revealed(personal))];
        return delivery with { Items = revealed, Documents = [.. revealed.SelectMany(i => i.EnclosedDocuments)] };
    }

    private DeliveryBook With(Delivery delivery) => this with { Deliveries = Deliveries.SetItem(delivery.Id, delivery) };
}
