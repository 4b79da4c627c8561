namespace Samverkan.Deadlines;

/// <summary>Where one year's obligation stands; <c>docs/occurrence-states.md</c> has the picture.</summary>
public enum OccurrenceState
{
    /// <summary>Väntar: what is owed by the day has not been received, and the day has not passed (or it is history).</summary>
    Waiting,

    /// <summary>Utkast mottaget: the set is complete and not adopted.</summary>
    DraftReceived,

    /// <summary>Utkast överlämnat: the draft has been handed over to every recipient. It fulfils nothing.</summary>
    DraftDelivered,

    /// <summary>Antaget: the set is complete and adopted.</summary>
    Adopted,

    /// <summary>Uppfyllt: the adopted version has been handed over to every recipient.</summary>
    Fulfilled,

    /// <summary>Försenat: the effective due date has passed and what is owed by it has not been received.</summary>
    Late,

    /// <summary>Avslutat: a person closed it, or a changed register no longer has it.</summary>
    Closed,
}
