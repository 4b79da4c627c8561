namespace Samverkan.Dispatch;

/// <summary>How a try ended.</summary>
public enum AttemptOutcome
{
    /// <summary>Pågår: it has not ended.</summary>
    Running,

    /// <summary>Överlämnad: the channel took the delivery.</summary>
    HandedOver,

    /// <summary>Skriven till fil: there is no mail server; nobody has received it.</summary>
    WrittenToFile,

    /// <summary>Tillfälligt fel: what failed may pass.</summary>
    Transient,

    /// <summary>Bestående fel: trying again will not help; a person must act.</summary>
    Permanent,

    /// <summary>Avbrutet: the host died or was stopped before it could record the answer; the contact may have received it.</summary>
    Interrupted,
}
