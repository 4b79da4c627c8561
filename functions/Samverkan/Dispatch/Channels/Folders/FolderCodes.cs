namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>
/// The codes that a try by folder can end with. They are stored in the ledger and never change their meaning;
/// <see cref="Failures"/> explains each.
/// </summary>
public static class FolderCodes
{
    /// <summary>Handed over: the files lie in the recipient's folder.</summary>
    public const string Written = "folder.written";

    /// <summary>Handed over: they lay there already, from a try that was cut off before it could be recorded.</summary>
    public const string AlreadyThere = "folder.already-there";

    /// <summary>Transient: no room is left.</summary>
    public const string Full = "folder.full";

    /// <summary>Transient: the service may not write there.</summary>
    public const string Denied = "folder.denied";

    /// <summary>Transient: the disk, or the way to it, fails.</summary>
    public const string Failed = "folder.failed";
}
