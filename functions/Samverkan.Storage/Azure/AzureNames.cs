namespace Samverkan.Storage.Azure;

/// <summary>What the containers, queues and tables are called; <c>infra/</c> makes them under the same names.</summary>
public static class AzureNames
{
    /// <summary>The container where files are dropped.</summary>
    public const string Inbox = "inkorg";

    /// <summary>The container of documents by their hash.</summary>
    public const string Archive = "arkiv";

    /// <summary>The container of files that could not be placed.</summary>
    public const string Quarantine = "karantan";

    /// <summary>The container of messages that are written instead of sent.</summary>
    public const string Outbox = "utkorg";

    /// <summary>The container of the register's file.</summary>
    public const string Register = "register";

    /// <summary>The container of the keys that links and cookies are signed with.</summary>
    public const string Keys = "nycklar";

    /// <summary>The container of recipients' folders.</summary>
    public const string Drops = "utlamning";

    /// <summary>The container where the mail system puts what comes to the return address.</summary>
    public const string Bounces = "studsar";

    /// <summary>The queue of deliveries to be tried.</summary>
    public const string DispatchQueue = "utkorg";

    /// <summary>The queue to which the Functions host moves messages that keep failing.</summary>
    public const string PoisonQueue = DispatchQueue + "-poison";

    /// <summary>The table of the ledger: a partition a stream.</summary>
    public const string LedgerTable = "liggare";

    /// <summary>The table of rows made of events.</summary>
    public const string RowTable = "rader";

    /// <summary>Every container.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Inbox, Archive, Quarantine, Outbox, Register, Keys, Drops, Bounces];

    /// <summary>Every queue.</summary>
    public static IReadOnlyList<string> Queues { get; } = [DispatchQueue, PoisonQueue];

    /// <summary>Every table.</summary>
    public static IReadOnlyList<string> Tables { get; } = [LedgerTable, RowTable];
}
