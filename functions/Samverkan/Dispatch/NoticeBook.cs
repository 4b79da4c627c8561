using System.Collections.Immutable;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Who has been told what, in one year's stream of notices.</summary>
public sealed record NoticeBook : IStreamState<NoticeBook>
{
    private ImmutableHashSet<(ContactId To, string Key)> Told { get; init; } = [];

    /// <summary>Who knows of which contacts that they could not be reached, and how it went on.</summary>
    public ImmutableDictionary<(ContactId To, ContactId About), Spell> Spells { get; private init; } =
        ImmutableDictionary<(ContactId To, ContactId About), Spell>.Empty;

    /// <inheritdoc/>
    public static NoticeBook Empty(StreamId stream) => new();

    /// <summary>Whether a message with that item has become owed to the contact.</summary>
    public bool HasTold(ContactId to, string key) => Told.Contains((to, key));

    /// <inheritdoc/>
    public NoticeBook Apply(RecordedEvent e) => e.Event is NoticeOwed notice
        ? notice.Items.Aggregate(this, (book, item) => book.Tell(notice.Contact, item, e.At))
        : this;

    private NoticeBook Tell(ContactId to, NoticeItem item, Instant at) => this with
    {
        Told = Told.Union(item.Keys.Select(key => (to, key))),
        Spells = item.About is { } about && SpellAfter(Spells.GetValueOrDefault((to, about)), item, at) is { } spell
            ? Spells.SetItem((to, about), spell)
            : Spells,
    };

    private static Spell? SpellAfter(Spell? before, NoticeItem item, Instant at) => item.Kind switch
    {
        NoticeKind.ContactWorks => new Spell(at, [], IsOver: true),
        NoticeKind.NeedsPerson when !ContactFaults.IsOfContact(item.Code) => before,
        _ when before is { IsOver: false } => before with { Told = before.Told.Add(item.Kind) },
        _ => new Spell(at, [item.Kind], IsOver: false),
    };
}
