namespace Samverkan.Dispatch;

/// <summary>Where a delivery stands. Handed over, acknowledged and written to file are told apart everywhere.</summary>
public enum DeliveryState
{
    /// <summary>Att skicka: owed, and not tried yet.</summary>
    Owed,

    /// <summary>Skickas: a host has claimed it and is trying.</summary>
    Claimed,

    /// <summary>Försöks igen: a try failed in a way that may pass; the next one has its time.</summary>
    Waiting,

    /// <summary>Överlämnad: the channel took it.</summary>
    HandedOver,

    /// <summary>Kvitterad: the contact confirmed it.</summary>
    Acknowledged,

    /// <summary>Skriven till fil: there is no mail server, nobody has received it.</summary>
    WrittenToFile,

    /// <summary>Väntar på person: it will not be tried again until somebody acts.</summary>
    NeedsPerson,

    /// <summary>Återkallad: a person cancelled it, with a reason.</summary>
    Cancelled,

    /// <summary>Ersatt: a later delivery took its place before it was handed over.</summary>
    Replaced,

    /// <summary>Studsade: the channel took it, and the mail system has told since that it did not arrive; somebody must act.</summary>
    Bounced,
}
