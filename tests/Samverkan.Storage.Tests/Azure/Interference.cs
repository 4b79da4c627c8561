namespace Samverkan.Storage.Tests.Azure;

/// <summary>What becomes of one try.</summary>
public enum Interference
{
    /// <summary>It passes.</summary>
    None,

    /// <summary>The service turns it away: 503, Server busy.</summary>
    Busy,

    /// <summary>The service does it, and its answer is lost.</summary>
    LoseAnswer,
}
