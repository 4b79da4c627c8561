using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Samverkan.Deadlines;

/// <summary>
/// Dates in Swedish words. Written out here rather than taken from the machine's cultures, so that a message reads the
/// same on every machine.
/// </summary>
public static class SwedishDate
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("'kl.' HH'.'mm");

    private static readonly string[] Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    /// <summary>"1 december 2024".</summary>
    public static string Long(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>"1 december 2024 kl. 06.00", in Stockholm.</summary>
    public static string Minute(Instant at)
    {
        var local = Stockholm.In(at).LocalDateTime;
        return $"{Long(local.Date)} {Clock.Format(local)}";
    }

    /// <summary>"söndagen den 1 december 2024".</summary>
    public static string WithWeekday(LocalDate date) => $"{Weekday(date)}en den {Long(date)}";

    /// <summary>"söndag".</summary>
    public static string Weekday(LocalDate date) => Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>"1 december", of every year.</summary>
    public static string Yearly(AnnualDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]}");

    /// <summary>"2024-12-01", the form that Swedes write and ISO 8601 defines.</summary>
    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
