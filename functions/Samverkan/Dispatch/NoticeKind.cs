namespace Samverkan.Dispatch;

/// <summary>What a notice tells the municipality's own people.</summary>
public enum NoticeKind
{
    /// <summary>Påminnelse: what is owed by a day has not been received.</summary>
    Reminder,

    /// <summary>Försenat: the day has passed.</summary>
    Overdue,

    /// <summary>Väntar på antagande: the draft was sent, the plan is not adopted.</summary>
    AdoptionPending,

    /// <summary>Avtalet löper ut: the end of the period approaches.</summary>
    AgreementEnding,

    /// <summary>Karantän: a file could not be placed.</summary>
    Quarantined,

    /// <summary>Okända mottagare: an extract lists recipients whom the register does not know.</summary>
    UnknownRecipients,

    /// <summary>Expediering väntar på person: a delivery will not be tried again until somebody acts.</summary>
    NeedsPerson,

    /// <summary>Dagens ankare: the root over the whole ledger, sent away so that rewriting the past shows.</summary>
    Anchored,

    /// <summary>Mottagaren nås inte: tries keep failing, and go on.</summary>
    ContactFailing,

    /// <summary>Reservvägen används: the contact's first channel will not do, and the other one is tried.</summary>
    ChannelFailed,

    /// <summary>Mottagaren nås igen: a contact that could not be reached has taken a delivery.</summary>
    ContactWorks,

    /// <summary>Lämna över för hand: the due time is near and a delivery has not arrived.</summary>
    Escalated,

    /// <summary>Att göra: what needs a person, told at 08:00 of each working day.</summary>
    Digest,
}
