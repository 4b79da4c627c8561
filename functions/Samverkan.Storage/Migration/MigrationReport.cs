namespace Samverkan.Storage.Migration;

/// <summary>What a migration moved and found.</summary>
/// <param name="Streams">Streams that are the same in both stores now.</param>
/// <param name="Events">Events in them.</param>
/// <param name="Documents">Documents that are in both.</param>
/// <param name="Quarantined">Files of the quarantine that are in both.</param>
/// <param name="Problem">Why it stopped, in Swedish; null where all is the same. What was moved until then stays, and is gone on from.</param>
public sealed record MigrationReport(int Streams, long Events, int Documents, int Quarantined, string? Problem);
