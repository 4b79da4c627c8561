namespace Samverkan.Web.Words;

/// <summary>How urgently something is shown; colour never says it alone.</summary>
public enum Tone
{
    /// <summary>Nothing is asked of anybody.</summary>
    Neutral,

    /// <summary>It is under way.</summary>
    Info,

    /// <summary>It has gone well.</summary>
    Good,

    /// <summary>It is worth knowing.</summary>
    Caution,

    /// <summary>A person must act.</summary>
    Urgent,
}
