using System.Collections.Immutable;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>The stream <c>inbox</c>: which files have been placed where, and which wait in quarantine.</summary>
public sealed record InboxHistory : IStreamState<InboxHistory>
{
    private ImmutableHashSet<(DocumentHash File, string Stream)> Placed { get; init; } = [];

    /// <summary>The files that wait in quarantine, by id.</summary>
    public ImmutableDictionary<string, QuarantinedFile> Quarantined { get; private init; } =
        ImmutableDictionary.Create<string, QuarantinedFile>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public static InboxHistory Empty(StreamId stream) => new();

    /// <summary>Whether a file has been placed in a stream.</summary>
    public bool HasPlaced(DocumentHash file, StreamId stream) => Placed.Contains((file, stream.Value));

    /// <inheritdoc/>
    public InboxHistory Apply(RecordedEvent e) => e.Event switch
    {
        FileAccepted a => this with { Placed = Placed.Union(a.Streams.Select(s => (a.File, s))) },
        FileQuarantined q => this with
        {
            Quarantined = Quarantined.SetItem(q.Id, new QuarantinedFile(
                q.Id, q.Personal.Reveal(q.Name), q.Size, q.Code, q.Personal.Reveal(q.Reason), e.At)),
        },
        _ => this,
    };
}
