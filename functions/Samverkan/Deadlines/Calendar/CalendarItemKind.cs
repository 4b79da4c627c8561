namespace Samverkan.Deadlines.Calendar;

/// <summary>What a day in the calendar feed is.</summary>
public enum CalendarItemKind
{
    /// <summary>The due date as the agreement states it.</summary>
    Due,

    /// <summary>The effective due date, where it is another.</summary>
    Effective,

    /// <summary>The day of a reminder.</summary>
    Reminder,

    /// <summary>The agreement's last day.</summary>
    End,

    /// <summary>The day of a reminder that the agreement ends.</summary>
    Ending,
}
