using System.Collections.Immutable;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>The stream <c>inbox</c>: which files have been placed where, and which wait in quarantine.</summary>
public sealed record InboxHistory : IStreamState<InboxHistory>
{
    private ImmutableHashSet<(DocumentHash File, string Stream)> Placed { get; init; } = [];

    /// <summary>The files that wait in quarantine, by id.</summary>
    public ImmutableDictionary<string, QuarantinedFile> Quarantined { get; private init; } =
        ImmutableDictionary.Create<string, QuarantinedFile>(StringComparer.Ordinal);

    /// <summary>The streams that each released file went into, by its id in the quarantine; not those that wait there anew.</summary>
    public ImmutableDictionary<string, IReadOnlyList<string>> Released { get; private init; } =
        ImmutableDictionary.Create<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The ids of the files that were thrown away and do not wait anew.</summary>
    public ImmutableHashSet<string> Discarded { get; private init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private ImmutableDictionary<string, int> Endings { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public static InboxHistory Empty(StreamId stream) => new();

    /// <summary>Whether a file has been placed in a stream.</summary>
    public bool HasPlaced(DocumentHash file, StreamId stream) => Placed.Contains((file, stream.Value));

    /// <summary>How many times a file has been released or thrown away: dropped again after that, it is another matter.</summary>
    public int TimesEnded(string id) => Endings.GetValueOrDefault(id);

    /// <inheritdoc/>
    public InboxHistory Apply(RecordedEvent e) => e.Event switch
    {
        FileAccepted a => this with { Placed = Placed.Union(a.Streams.Select(s => (a.File, s))) },
        FileQuarantined q => this with
        {
            Quarantined = Quarantined.SetItem(q.Id, Waiting(q, e)),
            Released = Released.Remove(q.Id),
            Discarded = Discarded.Remove(q.Id),
        },
        QuarantineReleased r => this with
        {
            Quarantined = Quarantined.Remove(r.Id),
            Released = Released.SetItem(r.Id, r.Streams),
            Placed = Placed.Union(r.Streams.Select(s => (r.File, s))),
            Endings = Ended(r.Id),
        },
        QuarantineDiscarded d => this with { Quarantined = Quarantined.Remove(d.Id), Discarded = Discarded.Add(d.Id), Endings = Ended(d.Id) },
        _ => this,
    };

    private ImmutableDictionary<string, int> Ended(string id) => Endings.SetItem(id, TimesEnded(id) + 1);

    private static QuarantinedFile Waiting(FileQuarantined q, RecordedEvent e) => new(
        q.Id, q.Personal.Reveal(q.Name), q.Size, q.Code, q.Personal.Reveal(q.Reason), e.At,
        [.. (q.Candidates ?? []).Select(c => new Candidate(c.Agreement, c.Obligation, c.PlanYear, c.Score, q.Personal.Reveal(c.Why)?.Split('\n') ?? []))]);
}
