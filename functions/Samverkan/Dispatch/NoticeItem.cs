using System.Globalization;
using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Digests;
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

    /// <summary>Whether the delivery that it is about is not tried again by itself; false where it is, or it is about none.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The anchor that is told of; null for everything else.</summary>
    public Anchored? Anchor { get; init; }

    /// <summary>What needs a person, of the morning's digest; null for everything else.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Code of what went wrong; null where nothing did.</summary>
    public string? Code { get; init; }

    /// <summary>Names and answers that may be personal, as a commitment of the same event; null where there are none.</summary>
    public Commitment? Detail { get; init; }

    /// <summary><see cref="Detail"/> in clear, once read; never stored here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? DetailText { get; init; }

    /// <summary>What goes with the message, names as commitments of the same event; null where nothing does.</summary>
    public IReadOnlyList<DocumentRef>? Documents { get; init; }

    /// <summary><see cref="Documents"/> with their names in clear; never stored here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<SentDocument> EnclosedDocuments { get; init; } = [];

    /// <summary>The contact that the item is about; null where it is about none.</summary>
    public ContactId? About { get; init; }

    /// <summary>How many deliveries it concerns; null where they are not counted.</summary>
    public int? Count { get; init; }

    /// <summary>The deliveries that the item is about, each told of by itself; null where the key alone is what it is about.</summary>
    public IReadOnlyList<NoticeDelivery>? Deliveries { get; init; }

    /// <summary>Whether it tells of nothing but messages to the municipality's own people that did not arrive.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOfNotices => Deliveries is { Count: > 0 } deliveries && deliveries.All(d => DeliveryId.TryStreamOf(d.Id, out var stream) && stream.IsNotices);

    /// <summary>What is told with the item: none of it goes to the same contact again.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Keys => Deliveries?.Select(d => KeyOf(Kind, d.Id, d.Attempt)) ?? [Key];

    /// <summary>A hash of what several items are, whatever they say of it.</summary>
    internal static string HashOf(IEnumerable<NoticeItem> items) =>
        DocumentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', items.SelectMany(i => i.Keys)))).Value;

    /// <summary>What is told of one delivery after that many tries.</summary>
    internal static string KeyOf(NoticeKind kind, string delivery, int attempts) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}/{delivery}/{attempts}");

    /// <summary>The item as it is sent on another day: the days that are left are counted from there.</summary>
    internal NoticeItem On(LocalDate today) =>
        DaysLeft is not null && (EffectiveDue ?? Due) is { } due ? this with { DaysLeft = Period.DaysBetween(today, due) } : this;

    /// <summary>The item as it stands in a message that its documents do not go with.</summary>
    internal NoticeItem WithoutDocuments() => this with { EnclosedDocuments = [], Missing = [.. EnclosedDocuments.Select(d => d.Part), .. Missing] };

    /// <summary>The item with what is personal in clear.</summary>
    internal NoticeItem Revealed(PersonalValues personal) => this with
    {
        DetailText = Detail is { } detail ? personal.Reveal(detail) : null,
        Digest = Digest?.Revealed(personal),
        EnclosedDocuments = [.. (Documents ?? []).Select(d => new SentDocument(d.Hash, personal.Reveal(d.Name), d.Part, d.Size))],
    };

    /// <summary>The item as it is stored, with what is personal committed to.</summary>
    internal NoticeItem Committed(PersonalValues personal) => this with
    {
        Detail = DetailText is null ? null : personal.Commit(DetailText),
        Digest = Digest?.Committed(personal),
        Documents = EnclosedDocuments.Count == 0
            ? null
            : [.. EnclosedDocuments.Select(d => new DocumentRef(d.Hash, personal.Commit(d.Name ?? ""), d.Part, d.Size))],
    };
}
