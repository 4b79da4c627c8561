namespace Samverkan.Deadlines;

/// <summary>What became of something that a person asked to have recorded.</summary>
/// <param name="Code">Why it was not recorded, for programs; null where it was.</param>
/// <param name="Message">Why it was not and what to do, in Swedish; null where it was.</param>
public readonly record struct DeskResult(string? Code, string? Message)
{
    /// <summary>It was recorded.</summary>
    public static DeskResult Recorded => default;

    /// <summary>Whether it was recorded.</summary>
    public bool IsRecorded => Code is null;
}
