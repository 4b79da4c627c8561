using NodaTime;

namespace Samverkan.Deadlines;

/// <summary>Swedish local time: deadlines are days in it, and the day's work begins at 06:00.</summary>
public static class Stockholm
{
    /// <summary>When on a day reminders and drafts go.</summary>
    public static readonly LocalTime Morning = new(6, 0);

    /// <summary>The time zone of all Swedish deadlines.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];

    /// <summary>The local date and time of an instant.</summary>
    public static ZonedDateTime In(Instant instant) => instant.InZone(Zone);

    /// <summary>The local date of an instant.</summary>
    public static LocalDate DateOf(Instant instant) => In(instant).Date;

    /// <summary>06:00 on a day.</summary>
    public static Instant MorningOf(LocalDate day) => day.At(Morning).InZoneLeniently(Zone).ToInstant();

    /// <summary>24:00 of a day: until then what is due on it is in time.</summary>
    public static Instant EndOf(LocalDate day) => Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();

    /// <summary>The newest day whose 06:00 has passed: the day that a sweep works for, whenever it runs.</summary>
    public static LocalDate SweepDay(Instant now)
    {
        var local = In(now);
        return local.TimeOfDay >= Morning ? local.Date : local.Date.PlusDays(-1);
    }
}
