namespace Samverkan.Intake;

/// <summary>What became of a file in the inbox.</summary>
public enum IntakeResult
{
    /// <summary>It was gone, not whole, or claimed by another: nothing is to be done.</summary>
    NotThere,

    /// <summary>It could not be read, or changed while it was read: it stays, and is tried again.</summary>
    LeftInPlace,

    /// <summary>It was placed, or was known already.</summary>
    Accepted,

    /// <summary>It waits in quarantine for a person, who has been told.</summary>
    Quarantined,
}
