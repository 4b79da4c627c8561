namespace Samverkan.Intake.Minutes;

/// <summary>The codes of <see cref="ReadingWarning"/>. They are stored and printed, so they never change.</summary>
public static class MinutesWarnings
{
    /// <summary>The text is no minutes and no extract of minutes.</summary>
    public const string NotMinutes = "not-minutes";

    /// <summary>A date of an earlier body is printed but not whole ("den 30 november 202"), or is no day of the
    /// calendar.</summary>
    public const string PreparationDateIncomplete = "preparation-date-incomplete";

    /// <summary>A date of a writing is printed but not whole.</summary>
    public const string SubmissionDateIncomplete = "submission-date-incomplete";

    /// <summary>A date of an endorsement is printed but not whole.</summary>
    public const string EndorsementDateIncomplete = "endorsement-date-incomplete";

    /// <summary>The date of the meeting is printed but not whole.</summary>
    public const string MeetingDateIncomplete = "meeting-date-incomplete";

    /// <summary>Every code, for pages and tests.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NotMinutes, PreparationDateIncomplete, SubmissionDateIncomplete, EndorsementDateIncomplete, MeetingDateIncomplete];
}
