namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>What became of a drop.</summary>
public enum DropOutcome
{
    /// <summary>All its files are there now.</summary>
    Written,

    /// <summary>It was there before, whole; nothing was written.</summary>
    AlreadyThere,

    /// <summary>No room is left; nothing can be seen of it.</summary>
    Full,

    /// <summary>Writing is not allowed; nothing can be seen of it.</summary>
    Denied,

    /// <summary>The store fails otherwise; nothing can be seen of it.</summary>
    Failed,
}
