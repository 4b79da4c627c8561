using System.Collections.Immutable;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Who has been told what, in one year's stream of notices.</summary>
public sealed record NoticeBook : IStreamState<NoticeBook>
{
    private ImmutableHashSet<(ContactId To, string Key)> Told { get; init; } = [];

    /// <inheritdoc/>
    public static NoticeBook Empty(StreamId stream) => new();

    /// <summary>Whether a message with that item has become owed to the contact.</summary>
    public bool HasTold(ContactId to, string key) => Told.Contains((to, key));

    /// <inheritdoc/>
    public NoticeBook Apply(RecordedEvent e) =>
        e.Event is NoticeOwed notice ? new NoticeBook { Told = Told.Union(notice.Items.Select(i => (notice.Contact, i.Key))) } : this;
}
