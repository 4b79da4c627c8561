namespace Samverkan.Storage.Local;

/// <summary>A message that this worker has received, and nobody else will until it comes into sight again.</summary>
/// <param name="DeliveryId">The delivery to look at.</param>
/// <param name="Dequeues">How many times the message has been received, this time included; high where it keeps failing.</param>
/// <param name="Receipt">What deletes the message; of no use once somebody else has received it.</param>
public sealed record QueuedDelivery(string DeliveryId, int Dequeues, string Receipt);
