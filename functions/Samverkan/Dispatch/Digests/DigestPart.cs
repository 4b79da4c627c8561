namespace Samverkan.Dispatch.Digests;

/// <summary>A part of the morning's digest, in its order.</summary>
public enum DigestPart
{
    /// <summary>Väntar på person: deliveries that will not be tried again until somebody acts.</summary>
    NeedsPerson,

    /// <summary>Studsade: deliveries that came back.</summary>
    Bounced,

    /// <summary>Har inte gått fram: deliveries that fail and are tried again, with their day near or past.</summary>
    Failing,

    /// <summary>Har väntat utan försök: deliveries whose try has been due for more than a day, mostly since their endpoint is left alone.</summary>
    Untried,

    /// <summary>Karantän: files that could not be placed.</summary>
    Quarantined,

    /// <summary>Försenat: obligations whose day has passed.</summary>
    Overdue,
}
