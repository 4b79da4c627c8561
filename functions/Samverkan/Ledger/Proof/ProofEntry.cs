using System.Text.Json.Nodes;
using NodaTime;

namespace Samverkan.Ledger.Proof;

/// <summary>
/// One event of a stream as it is given away for proof: everything that its hash covers, and the personal values only
/// where they are to be shown. What is withheld stays covered through its commitments.
/// </summary>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">The event's stable name.</param>
/// <param name="At">When it was recorded, to 100 nanoseconds.</param>
/// <param name="By">Who or what recorded it; a commitment for a person.</param>
/// <param name="Data">The event as it was sealed: JSON text, to the byte.</param>
/// <param name="Commitments">The commitments to its personal values, sorted.</param>
/// <param name="Personal">The personal values by commitment; null where they are withheld or there are none.</param>
/// <param name="Hash">SHA-256 over the event before and all of the above but the personal values, lower-case hex.</param>
public sealed record ProofEntry(
    long Version,
    string Type,
    Instant At,
    string By,
    string Data,
    IReadOnlyList<string> Commitments,
    JsonNode? Personal,
    string Hash)
{
    /// <summary>The entry of a stored event.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="reveal">Whether its personal values are given away too.</param>
    public static ProofEntry Of(StoredEvent stored, bool reveal) => new(
        stored.Version,
        stored.Type,
        stored.At,
        stored.By,
        stored.Data,
        [.. PersonalValues.Read(stored.Personal)?.Commitments ?? []],
        reveal && stored.Personal is { } personal ? JsonNode.Parse(personal) : null,
        stored.Hash);

    /// <summary>The event as a store would hold it, with the personal values that were given away.</summary>
    internal StoredEvent Stored(StreamId stream) =>
        new(stream, Version, Type, At, By, Data, Personal?.ToJsonString(LedgerJson.Options), Hash);
}
