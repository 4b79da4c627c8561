using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>
/// The port to the agenda: for each stream the next moment at which time alone may change what is owed. Made of events
/// and the register; a lost or doubled row is repaired by the sweep.
/// </summary>
public interface IAgenda
{
    /// <summary>
    /// Sets, for streams, when they are to be looked at next. A row made of an older version of its stream than the stored
    /// one is passed over; of the same version, the later call wins.
    /// </summary>
    Task SetAsync(IReadOnlyCollection<AgendaRow> rows, CancellationToken cancellation);

    /// <summary>The rows due at or before <paramref name="now"/>, earliest first, as they were when the reading began.</summary>
    IAsyncEnumerable<AgendaRow> DueAsync(Instant now, CancellationToken cancellation);

    /// <summary>The earliest moment on the agenda; null where nothing is on it.</summary>
    Task<Instant?> NextAsync(CancellationToken cancellation);
}
