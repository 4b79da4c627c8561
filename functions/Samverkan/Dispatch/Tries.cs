using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>
/// How far a delivery has come along its retry schedule. A round of tries begins when the delivery becomes owed, and anew
/// when it goes over to the contact's other channel.
/// </summary>
/// <param name="Delivery">The delivery's id: with <paramref name="Newest"/> the seed of the jitter.</param>
/// <param name="Newest">The newest try's number.</param>
/// <param name="Count">The tries of this round, at least 1; interrupted ones count.</param>
/// <param name="Since">When the round began.</param>
public readonly record struct Tries(string Delivery, int Newest, int Count, Instant Since);
