using NodaTime;

namespace Samverkan.Ledger.Proof;

/// <summary>
/// That one stream's head was under a day's anchor: the way from the head's line to the root that was recorded, and sent
/// away, that day (a Merkle audit path, RFC 6962 2.1.1).
/// </summary>
/// <param name="Day">The anchor's day: tells which message to compare with, and proves nothing itself.</param>
/// <param name="Root">The root, lower-case hex: compare it with the one that was sent away that day.</param>
/// <param name="Version">The version of the stream's head under the anchor.</param>
/// <param name="Hash">The hash of that head.</param>
/// <param name="Path">The hashes to join with, from the leaf up; at most 64.</param>
public sealed record AnchorProof(LocalDate Day, string Root, long Version, string Hash, IReadOnlyList<AnchorStep> Path);
