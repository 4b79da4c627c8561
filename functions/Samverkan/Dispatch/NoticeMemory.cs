using Samverkan.Agreements;

namespace Samverkan.Dispatch;

/// <summary>
/// What has been told this year and the year before: what was told on New Year's Eve may be asked for again on New Year's
/// Day. Told is what became owed: that it does not arrive is told to others (<see cref="NoticeAudience"/>) and sent again by
/// a person, never told anew.
/// </summary>
internal sealed record NoticeMemory(NoticeBook Now, NoticeBook Before)
{
    /// <summary>What of an item has not been told to somebody yet; null where all of it has, or it has lost its point.</summary>
    public NoticeItem? Untold(ContactId to, NoticeItem item)
    {
        if (item is { Kind: NoticeKind.ContactFailing or NoticeKind.ChannelFailed, About: { } about })
            return KnowsOf(to, about, item.Kind) ? null : item;
        if (item is { Kind: NoticeKind.ContactWorks, About: { } worked })
            return SpellOf(to, worked) is { IsOver: false } ? item : null;
        if (item.Deliveries is null) return HasTold(to, item.Key) ? null : item;
        NoticeDelivery[] untold = [.. item.Deliveries.Where(d => !HasTold(to, NoticeItem.KeyOf(item.Kind, d.Id, d.Attempt)))];
        return untold.Length == 0 ? null : item with { Deliveries = untold };
    }

    /// <summary>Whether somebody has been told that a delivery needs a person, after that many tries.</summary>
    public bool HasToldOf(ContactId to, string delivery, int attempts) =>
        HasTold(to, NoticeItem.KeyOf(NoticeKind.NeedsPerson, delivery, attempts));

    /// <summary>Whether somebody has been told that about a contact since it last could be reached.</summary>
    public bool KnowsOf(ContactId to, ContactId about, NoticeKind kind) =>
        SpellOf(to, about) is { IsOver: false } open && open.Told.Contains(kind);

    /// <summary>The spells that are not over, of all who know of any.</summary>
    public IEnumerable<(ContactId To, ContactId About, Spell Spell)> OpenSpells() =>
        Now.Spells.Keys.Union(Before.Spells.Keys)
            .Select(key => (key.To, key.About, Spell: SpellOf(key.To, key.About)!))
            .Where(s => !s.Spell.IsOver);

    private Spell? SpellOf(ContactId to, ContactId about) =>
        Now.Spells.GetValueOrDefault((to, about)) ?? Before.Spells.GetValueOrDefault((to, about));

    private bool HasTold(ContactId to, string key) => Now.HasTold(to, key) || Before.HasTold(to, key);
}
