using System.Collections.Immutable;
using NodaTime;

namespace Samverkan.Ledger.Retention;

/// <summary>What a stream holds that may once be erased, and what has been.</summary>
public sealed record RetentionHistory : IStreamState<RetentionHistory>
{
    /// <summary>The events that have personal values, and when they were recorded; those decided on are left out.</summary>
    public ImmutableSortedDictionary<long, Instant> Personal { get; private init; } = ImmutableSortedDictionary<long, Instant>.Empty;

    /// <summary>The documents that events of the stream hold, and when the newest of these was recorded; those decided on are left out.</summary>
    public ImmutableDictionary<DocumentHash, Instant> Documents { get; private init; } = ImmutableDictionary<DocumentHash, Instant>.Empty;

    /// <summary>Decisions that have not been carried out, by their version, and when they were taken.</summary>
    public ImmutableSortedDictionary<long, (ErasureDecided Decided, Instant At)> Open { get; private init; } =
        ImmutableSortedDictionary<long, (ErasureDecided, Instant)>.Empty;

    /// <summary>When the newest event was recorded, erasures left out; null where there is none.</summary>
    public Instant? Newest { get; private init; }

    /// <inheritdoc/>
    public static RetentionHistory Empty(StreamId stream) => new();

    /// <inheritdoc/>
    public RetentionHistory Apply(RecordedEvent e) => e.Event switch
    {
        ErasureDecided decided => this with
        {
            Personal = Personal.RemoveRange(decided.Versions),
            Documents = Documents.RemoveRange(decided.Documents),
            Open = Open.Add(e.Version, (decided, e.At)),
        },
        ErasureDone done => this with { Open = Open.Remove(done.Decided) },
        _ => this with
        {
            Personal = e.Event.Personal.Commitments.Count > 0 && !e.Event.Personal.AreErased ? Personal.SetItem(e.Version, e.At) : Personal,
            Documents = Documents.SetItems(e.Event.Holds.Select(hash => KeyValuePair.Create(hash, e.At))),
            Newest = e.At,
        },
    };
}
