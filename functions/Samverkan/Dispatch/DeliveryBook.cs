using System.Collections.Immutable;
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
    public IEnumerable<Delivery> All => Deliveries.Values;

    /// <inheritdoc/>
    public static DeliveryBook Empty(StreamId stream) => new();

    /// <summary>The delivery with an id; null where the stream has none.</summary>
    public Delivery? Find(string id) => Deliveries.GetValueOrDefault(id);

    /// <inheritdoc/>
    public DeliveryBook Apply(RecordedEvent e) => (e.Event switch
    {
        DeliveriesOwed owed => this with { Deliveries = Deliveries.AddRange(Owed(owed, e).Where(d => !Deliveries.ContainsKey(d.Id)).Select(d => KeyValuePair.Create(d.Id, d))) },
        NoticeOwed notice => With(new Delivery
        {
            Id = notice.Id,
            Version = DeliveryVersion.Notice,
            Contact = notice.Contact,
            Items = [.. notice.Items.Select(i => i.Revealed(notice.Personal))],
            CreatedAt = e.At,
            NextAt = e.At,
        }),
        DeliveryClaimed claimed => With(Deliveries[claimed.Id].Claim(claimed, e.At, e.By)),
        ClaimRenewed renewed => With(Deliveries[renewed.Id] with { NextAt = renewed.LeaseUntil }),
        AttemptEnded ended => With(Deliveries[ended.Id].End(ended, e.At)),
        DeliveryAcknowledged acknowledged => With(Deliveries[acknowledged.Id].Acknowledge(acknowledged, e.At)),
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
        _ => [],
    };

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
        });
    }

    private DeliveryBook With(Delivery delivery) => this with { Deliveries = Deliveries.SetItem(delivery.Id, delivery) };
}
