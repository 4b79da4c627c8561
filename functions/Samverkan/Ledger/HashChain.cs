using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Samverkan.Ledger;

/// <summary>
/// The chain of a stream: each event's hash covers the one before, so that no event can be changed, removed or put in
/// between without every later hash showing it. Personal values are covered through their commitments.
/// </summary>
public static class HashChain
{
    /// <summary>Seals events onto a head, in order.</summary>
    /// <param name="head">The newest event of the stream.</param>
    /// <param name="events">What happened.</param>
    /// <param name="at">When it is recorded.</param>
    /// <param name="by">Who or what records it.</param>
    public static IReadOnlyList<StoredEvent> Seal(StreamHead head, IReadOnlyList<LedgerEvent> events, Instant at, string by)
    {
        var sealedEvents = new StoredEvent[events.Count];
        var (version, hash) = (head.Version, head.Hash);
        for (var i = 0; i < events.Count; i++)
        {
            var data = JsonSerializer.Serialize(events[i], events[i].GetType(), LedgerJson.Options);
            var unsealed = new StoredEvent(
                head.Stream, ++version, EventCatalog.NameOf(events[i]), at, by, data, events[i].Personal.Write(), "");
            hash = Hash(hash, unsealed, events[i].Personal.Commitments);
            sealedEvents[i] = unsealed with { Hash = hash };
        }

        return sealedEvents;
    }

    /// <summary>
    /// What is wrong with an event that follows <paramref name="previous"/>; null where it is as it was sealed. That a
    /// personal value has been erased is not wrong here: whether it was to be, <see cref="LedgerVerifier"/> tells.
    /// </summary>
    public static LedgerFault? Check(StreamHead previous, StoredEvent e) =>
        Check(previous, e, PersonalValues.Read(e.Personal)?.Commitments);

    /// <summary>The same where personal values may have been withheld, and the commitments come by themselves.</summary>
    /// <param name="previous">The event before.</param>
    /// <param name="e">The event, with the personal values that are there.</param>
    /// <param name="commitments">The commitments to all of its personal values, sorted; null where they cannot be read.</param>
    internal static LedgerFault? Check(StreamHead previous, StoredEvent e, IReadOnlyCollection<string>? commitments)
    {
        if (e.Version != previous.Version + 1) return new LedgerFault(e.Stream, previous.Version + 1, LedgerFaultKind.Missing);
        if (commitments is null || PersonalValues.Read(e.Personal) is not { } personal) return new LedgerFault(e.Stream, e.Version, LedgerFaultKind.Personal);
        if (Hash(previous.Hash, e, commitments) != e.Hash) return new LedgerFault(e.Stream, e.Version, LedgerFaultKind.Changed);
        return personal.Commitments.Except(commitments, StringComparer.Ordinal).Any() || personal.AreChanged
            ? new LedgerFault(e.Stream, e.Version, LedgerFaultKind.Personal)
            : null;
    }

    // Every field is preceded by its length, so that no two different events give the same bytes.
    private static string Hash(string previous, StoredEvent e, IEnumerable<string> commitments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in (string[])["samverkan-1", previous, e.Stream.Value, e.Type, e.By, e.Data]) Append(hash, field);
        Append(hash, e.Version);
        Append(hash, e.At.ToUnixTimeTicks());
        foreach (var commitment in commitments) Append(hash, commitment);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
