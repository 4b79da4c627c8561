using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>
/// The port to the queue of deliveries to be tried. A message is only a hint to look at a delivery: it may come twice,
/// late or not at all, and the dispatch sweep puts back what is lost.
/// </summary>
public interface IDispatchQueue
{
    /// <summary>Puts deliveries on the queue, to be handed out from a moment on. One that is there already may stay as it is, but never later.</summary>
    /// <param name="deliveryIds">Ids of deliveries.</param>
    /// <param name="visibleAt">Not before; in the past for at once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task EnqueueAsync(IReadOnlyCollection<string> deliveryIds, Instant visibleAt, CancellationToken cancellation);
}
