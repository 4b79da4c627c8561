using System.Globalization;
using NodaTime.Text;
using Samverkan.Formats.Calendar;

namespace Samverkan.Deadlines.Calendar;

/// <summary>
/// Writes days as an iCalendar object (RFC 5545, RFC 7986) that Outlook, Thunderbird and others subscribe to: all-day
/// events that take up nobody's time, published to be read only. The same days give the same bytes.
/// </summary>
public static class CalendarFeed
{
    /// <summary>The media type of a feed.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Refresh = "PT12H";
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The feed in UTF-8.</summary>
    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="entries">The days; their keys must differ. In the feed they keep their order.</param>
    /// <param name="publicUrl">The pages' address: events link to it and take their domain from it; null for neither.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEntry> entries, Uri? publicUrl)
    {
        var text = new CalendarText()
            .Raw("BEGIN", "VCALENDAR")
            .Raw("VERSION", "2.0")
            .Raw("PRODID", "-//Samverkan//Kalender//SV")
            .Raw("CALSCALE", "GREGORIAN")
            .Raw("METHOD", "PUBLISH")
            .Text("NAME", name)
            .Text("X-WR-CALNAME", name)
            .Raw("REFRESH-INTERVAL;VALUE=DURATION", Refresh)
            .Raw("X-PUBLISHED-TTL", Refresh);
        var any = false;
        foreach (var entry in entries)
        {
            Write(text, entry, publicUrl);
            any = true;
        }

        if (!any) WriteTimeZone(text);
        return text.Raw("END", "VCALENDAR").ToUtf8();
    }

    private static void Write(CalendarText text, CalendarEntry entry, Uri? publicUrl)
    {
        var item = entry.Item;
        text.Raw("BEGIN", "VEVENT")
            .Text("UID", $"{item.Key}@{publicUrl?.IdnHost ?? "samverkan"}")
            .Raw("DTSTAMP", Utc.Format(entry.ChangedAt))
            .Raw("LAST-MODIFIED", Utc.Format(entry.ChangedAt))
            .Raw("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture))
            .Raw("DTSTART;VALUE=DATE", Date.Format(item.Day))
            .Raw("DTEND;VALUE=DATE", Date.Format(item.Day.PlusDays(1)))
            .Text("SUMMARY", entry.IsCancelled ? $"Inställd: {item.Summary}" : item.Summary)
            .Text("DESCRIPTION", item.Description)
            .Text("CATEGORIES", CategoryOf(item.Kind))
            .Raw("STATUS", entry.IsCancelled ? "CANCELLED" : "CONFIRMED")
            .Raw("TRANSP", "TRANSPARENT");
        if (publicUrl is not null) text.Raw("URL", $"{publicUrl.AbsoluteUri.TrimEnd('/')}/avtal/{item.Agreement}");
        text.Raw("END", "VEVENT");
    }

    // RFC 5545 3.4 asks for at least one component, and a feed without days has no other.
    private static void WriteTimeZone(CalendarText text) => text
        .Raw("BEGIN", "VTIMEZONE")
        .Raw("TZID", "UTC")
        .Raw("BEGIN", "STANDARD")
        .Raw("DTSTART", "19700101T000000")
        .Raw("TZOFFSETFROM", "+0000")
        .Raw("TZOFFSETTO", "+0000")
        .Raw("END", "STANDARD")
        .Raw("END", "VTIMEZONE");

    private static string CategoryOf(CalendarItemKind kind) => kind switch
    {
        CalendarItemKind.Due or CalendarItemKind.Effective => "Sista dag",
        CalendarItemKind.Reminder or CalendarItemKind.Ending => "Påminnelse",
        CalendarItemKind.End => "Avtal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Due, Effective, Reminder, End or Ending."),
    };
}
