namespace Samverkan.Intake;

/// <summary>What of an extract a person can correct.</summary>
public enum ExtractField
{
    /// <summary>The paragraph's number.</summary>
    Paragraph,

    /// <summary>The registry number of the case.</summary>
    DiaryNumber,

    /// <summary>The matter's title.</summary>
    Title,

    /// <summary>The body that decided.</summary>
    Body,

    /// <summary>The day of the meeting.</summary>
    MeetingDate,

    /// <summary>Who is to have the extract.</summary>
    Recipients,
}
