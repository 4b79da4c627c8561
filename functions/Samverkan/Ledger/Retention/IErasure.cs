using NodaTime;

namespace Samverkan.Ledger.Retention;

/// <summary>
/// The port to what may be erased: the one place where something that was stored goes away. Only
/// <see cref="ErasureDesk"/> uses it, after the ledger says what is erased and on which decision. Both calls may be repeated.
/// </summary>
public interface IErasure
{
    /// <summary>
    /// Puts <paramref name="erased"/>, which holds the commitments alone, in the place of an event's personal values, so
    /// that the storage does not hold them any more. Nothing happens where there is no such event.
    /// </summary>
    Task ErasePersonalAsync(StreamId stream, long version, string erased, CancellationToken cancellation);

    /// <summary>
    /// Removes a document from the archive, unless it was put there, also again, after <paramref name="decidedAt"/>: then it
    /// belongs to something new and stays. Not there is done.
    /// </summary>
    Task EraseDocumentAsync(DocumentHash hash, Instant decidedAt, CancellationToken cancellation);
}
