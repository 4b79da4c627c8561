using System.Runtime.CompilerServices;

namespace Samverkan.Ledger;

/// <summary>
/// The port to the store of the ledger: streams of sealed events that are only ever appended to. A stream is the unit of
/// atomicity; nothing spans two. What the stores must do is in the contract tests.
/// </summary>
public interface ILedgerStore
{
    /// <summary>
    /// Appends events to the stream whose head is <paramref name="expected"/>, all or none, durably. Returns false, having
    /// stored nothing, where the head is another by now: the caller reads what is new and decides again. A call whose
    /// answer was lost may have succeeded; reading the stream tells.
    /// </summary>
    /// <param name="expected">The head that the events were sealed on.</param>
    /// <param name="events">1 to 99 events of that stream, with consecutive versions.</param>
    /// <param name="cancellation">Ends the wait; whether the events were stored is then unknown.</param>
    Task<bool> AppendAsync(StreamHead expected, IReadOnlyList<StoredEvent> events, CancellationToken cancellation);

    /// <summary>The events after a version, in order; none where the stream has none or does not exist.</summary>
    IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation);

    /// <summary>
    /// All events of several streams: those of one stream together and in order, the streams in any order. One after the
    /// other, where a store has no quicker way.
    /// </summary>
    async IAsyncEnumerable<StoredEvent> ReadAsync(IReadOnlyCollection<StreamId> streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stream in streams)
            await foreach (var e in ReadAsync(stream, 0, cancellation)) yield return e;
    }

    /// <summary>The head of one stream; <see cref="StreamHead.None"/> where it does not exist.</summary>
    Task<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>
    /// The heads of all streams, ordered by name (ordinal). Each is of one moment; together they need not be. A stream whose
    /// head somebody has taken away is listed at version 0, so that verification finds its events too many.
    /// </summary>
    IAsyncEnumerable<StreamHead> HeadsAsync(CancellationToken cancellation);
}
