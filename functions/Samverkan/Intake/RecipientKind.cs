namespace Samverkan.Intake;

/// <summary>What a printed recipient was resolved to.</summary>
public enum RecipientKind
{
    /// <summary>A contact of the register.</summary>
    Contact,

    /// <summary>A group of the register: every member receives.</summary>
    Group,

    /// <summary>Akten, diariet, arkiv: a place, to which nothing is sent.</summary>
    Nobody,

    /// <summary>Nobody that the register knows: a person is asked, and nobody else waits for it.</summary>
    Unknown,
}
