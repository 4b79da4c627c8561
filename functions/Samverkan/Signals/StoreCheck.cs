using NodaTime;

namespace Samverkan.Signals;

/// <summary>What trying a store came to.</summary>
/// <param name="Store">What people call it.</param>
/// <param name="At">When it was tried.</param>
/// <param name="Fault">Why it cannot be written to; null where it can.</param>
/// <param name="FreeBytes">How many bytes are left for it; null where nothing tells.</param>
public sealed record StoreCheck(string Store, Instant At, StoreFault? Fault, long? FreeBytes);
