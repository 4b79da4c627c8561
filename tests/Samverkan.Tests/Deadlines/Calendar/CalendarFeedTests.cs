using System.Text;
using System.Text.Json;
using Samverkan.Deadlines.Calendar;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Deadlines.Calendar;

public sealed class CalendarFeedTests
{
    [ICalFact]
    public async Task Ical_js_reads_every_day_as_it_was_meant()
    {
        var calendar = await ICal.ReadAsync(Feeds.Write(Feeds.After(Feeds.Json), "https://samverkan.alingsas.example/plan/"));
        var events = calendar.GetProperty("events").EnumerateArray().ToDictionary(e => e.Text("uid"), StringComparer.Ordinal);

        Assert.Equal(("Samverkan: Alingsås kommun", "PUBLISH", "PT12H"), (calendar.Text("name"), calendar.Text("method"), calendar.Text("refresh")));
        Assert.Equal(8, events.Count);
        Assert.All(events.Values, e => Assert.Equal((true, "TRANSPARENT", "CONFIRMED", 0), (
            e.GetProperty("allDay").GetBoolean(), e.Text("transparency"), e.Text("status"), e.GetProperty("sequence").GetInt32())));
        var due = events["folkhalsa.plan.2025.due@samverkan.alingsas.example"];
        Assert.Equal(("2024-12-01", "2024-12-02", "2024-01-02T08:00:00Z"), (due.Text("start"), due.Text("end"), due.Text("stamp")));
        Assert.Equal("Sista dag enligt avtalet: Plan med budget 2025", due.Text("summary"));
        Assert.Contains("Därför gäller arbetsdagen före: fredagen den 29 november 2024.", due.Text("description"), StringComparison.Ordinal);
        Assert.Equal("https://samverkan.alingsas.example/plan/avtal/folkhalsa", due.Text("url"));
        var effective = events["folkhalsa.plan.2025.effective@samverkan.alingsas.example"];
        Assert.Equal(("2024-11-29", "Sista dag som gäller: Plan med budget 2025"), (effective.Text("start"), effective.Text("summary")));
        var reminder = events["folkhalsa.plan.2025.reminder.30@samverkan.alingsas.example"];
        Assert.Equal(("2024-10-30", "Påminnelse: Plan med budget 2025, 30 dagar kvar"), (reminder.Text("start"), reminder.Text("summary")));
    }

    [ICalFact]
    public async Task Ical_js_reads_what_has_fallen_away_as_cancelled()
    {
        var empty = Feeds.Json.With("\"nonWorkingDay\": \"previous\", ", "");
        var calendar = await ICal.ReadAsync(Feeds.Write(Feeds.After(Feeds.Json, empty)));

        var gone = calendar.GetProperty("events").EnumerateArray().Single(e => e.Text("uid") == "folkhalsa.plan.2025.effective@samverkan");
        Assert.Equal(("CANCELLED", 1), (gone.Text("status"), gone.GetProperty("sequence").GetInt32()));
        Assert.StartsWith("Inställd: ", gone.Text("summary"), StringComparison.Ordinal);
    }

    [ICalFact]
    public async Task Hostile_titles_stay_titles()
    {
        var title = "Plan;\\n, \"budget\"\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:stulen\u0085\u2028 " + string.Concat(Enumerable.Repeat("åäö😀", 60));
        var entries = Feeds.After(Feeds.Json).Entries.Values.Select(e => e with { Item = e.Item with { Summary = title, Description = title } });
        var calendar = await ICal.ReadAsync(CalendarFeed.Write(title, entries, null));

        var read = title.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\u0085\u2028", "", StringComparison.Ordinal);
        // ical.js does not know the type of the calendar's name, and leaves it escaped.
        Assert.StartsWith("Plan\\;\\\\n\\, \"budget\"\\nEND:VEVENT\\n", calendar.Text("name"), StringComparison.Ordinal);
        Assert.Equal(8, calendar.GetProperty("events").GetArrayLength());
        Assert.All(calendar.GetProperty("events").EnumerateArray(), e => Assert.Equal((read, read), (e.Text("summary"), e.Text("description"))));
    }

    [ICalFact]
    public async Task A_feed_without_days_is_still_a_calendar()
    {
        var calendar = await ICal.ReadAsync(CalendarFeed.Write("Samverkan: ingen", [], null));

        Assert.Equal(JsonValueKind.Array, calendar.GetProperty("events").ValueKind);
        Assert.Equal("vtimezone", Assert.Single(calendar.GetProperty("components").EnumerateArray()).GetString());
    }

    [Fact]
    public void The_same_days_give_the_same_bytes_in_short_lines()
    {
        var feed = Feeds.Write(Feeds.After(Feeds.Json));

        Assert.Equal(feed, Feeds.Write(Feeds.After(Feeds.Json, Feeds.Json)));
        Assert.All(Encoding.UTF8.GetString(feed).Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }
}
