using NodaTime;

namespace Samverkan.Ledger;

/// <summary>
/// One sealed event, exactly as a store keeps it. Stores treat every field as opaque; <see cref="HashChain"/> gives the
/// fields their meaning and checks them.
/// </summary>
/// <param name="Stream">The stream that the event belongs to.</param>
/// <param name="Version">1 for the first event of a stream, then one more for each.</param>
/// <param name="Type">The event's stable name, such as <c>deliveries-owed</c>.</param>
/// <param name="At">When it was recorded, to 100 nanoseconds.</param>
/// <param name="By">Who or what recorded it: <c>system:…</c>, or a commitment for a person.</param>
/// <param name="Data">The event as JSON, with commitments in place of personal values.</param>
/// <param name="Personal">The personal values as canonical JSON (commitment to value and salt), or null where there are none.</param>
/// <param name="Hash">SHA-256 over the previous event's hash and all of the above but the personal values, lower-case hex.</param>
public sealed record StoredEvent(
    StreamId Stream, long Version, string Type, Instant At, string By, string Data, string? Personal, string Hash);
