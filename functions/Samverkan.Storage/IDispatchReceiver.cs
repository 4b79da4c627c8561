using NodaTime;
using Samverkan.Storage.Local;

namespace Samverkan.Storage;

/// <summary>The receiving side of the dispatch queue, for a host that polls it itself. On Azure Functions the platform does.</summary>
public interface IDispatchReceiver
{
    /// <summary>
    /// Receives messages that are in sight, and hides them from everybody else, in this process and others, until
    /// <paramref name="hideFor"/> later. A worker that dies loses nothing.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="hideFor">How long they are hidden; longer than the work takes.</param>
    /// <param name="cancellation">Ends the wait; what was received by then comes back in sight in its time.</param>
    Task<IReadOnlyList<QueuedDelivery>> ReceiveAsync(Instant now, int most, Duration hideFor, CancellationToken cancellation);

    /// <summary>
    /// Deletes a received message when its work is done. False, with nothing deleted, where it had come back in sight and
    /// was received again.
    /// </summary>
    Task<bool> DeleteAsync(QueuedDelivery message, CancellationToken cancellation);
}
