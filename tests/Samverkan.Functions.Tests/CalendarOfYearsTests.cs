using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Tests;

/// <summary>
/// The calendar of seven years with nothing dropped, against a list that this file works out by itself: with DateTime, its
/// own holidays and its own reading of the rules, and nothing of the product. The short run plays the first year of them.
/// </summary>
public sealed class CalendarOfYearsTests
{
    private static readonly int[] Usual = [60, 30, 14, 7, 1];

    private static readonly Row[] Rows =
    [
        new("asstated", "asStated", "next", 12, 1, Usual),
        new("previous", "previous", "next", 12, 24, Usual),
        new("next", "next", "same", 5, 1, Usual),
        new("newyear", "next", "same", 12, 31, [10]),
        new("leap", "previous", "same", 2, 29, [14, 3]),
        new("midsummer", "next", "same", 6, 20, [5, 4, 3, 2, 1, 0]),
        new("midsummer-before", "previous", "same", 6, 25, [7]),
        new("report", "asStated", "previous", 3, 15, [30]),
        new("january", "previous", "previous", 1, 6, [90, 1]),
        new("easter", "next", "same", 4, 4, Usual),
        new("saints", "previous", "next", 11, 2, [1]),
        new("quiet", "asStated", "same", 10, 10, []),
    ];

    private static readonly Dictionary<int, DateTime> EasterSundays = new[]
    {
        "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    }.Select(d => DateTime.Parse(d, CultureInfo.InvariantCulture)).ToDictionary(d => d.Year);

    [Fact]
    public async Task Seven_years_without_a_drop_say_each_thing_on_its_day()
    {
        var last = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1" ? 2027 : 2021;
        await using var play = new Play();
        var timeline = await play.RunAsync(new LocalDate(2021, 1, 1), new LocalDate(last, 12, 31), Register());

        var lines = timeline.Select(e =>
            $"{Stockholm.In(e.At).LocalDateTime:uuuu'-'MM'-'dd HH':'mm} {e.Action} {e.Obligation ?? e.Agreement} {e.PlanYear} {e.DaysLeft} {string.Join('+', e.To)}")
            .Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Expected().Where(l => string.CompareOrdinal(l, $"{last + 1}") < 0), lines);
    }

    [Fact]
    public void The_list_is_the_approved_one() => IsApproved(string.Concat(Expected().Select(l => l + "\n")));

    private static string[] Expected()
    {
        List<string> lines = [];
        foreach (var row in Rows)
            for (var planYear = 2021; planYear <= 2026; planYear++) lines.AddRange(Of(row, planYear));
        foreach (var days in (int[])[180, 90, 30])
        {
            var end = new DateTime(2026, 12, 31);
            var day = Back(end.AddDays(-days));
            lines.Add($"{day:yyyy-MM-dd} 06:00 agreement-ending avtal  {(end - day).Days} strateg");
        }

        return [.. lines.Where(l => string.CompareOrdinal(l, "2028") < 0).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(Row row, int planYear)
    {
        var dueYear = planYear + (row.PlanYear == "next" ? -1 : row.PlanYear == "previous" ? 1 : 0);
        if (dueYear < 2021) yield break;
        var due = new DateTime(dueYear, row.Month, Math.Min(row.Day, DateTime.DaysInMonth(dueYear, row.Month)));
        var effective = row.Rule == "previous" ? Back(due) : row.Rule == "next" ? On(due) : due;

        // The clock begins on New Year's Day 2021: what was missed before it is told as one, on the first working day.
        var start = new DateTime(2021, 1, 4);
        var told = new SortedDictionary<DateTime, string>();
        foreach (var days in row.Reminders.OrderDescending())
        {
            var day = Back(effective.AddDays(-days));
            if (day < start) day = start;
            if (day <= effective) told[day] = $"{day:yyyy-MM-dd} 06:00 reminder {row.Id} {planYear} {(effective - day).Days} strateg";
        }

        var last = new DateTime(Math.Max(planYear, dueYear), 12, 31);
        for (var day = effective.AddDays(1); day <= last || day == effective.AddDays(1); day = day.AddDays(7))
            told[On(day)] = $"{On(day):yyyy-MM-dd} 06:00 overdue {row.Id} {planYear} {(effective - On(day)).Days} strateg+chef";
        foreach (var line in told.Values) yield return line;
    }

    private static DateTime Back(DateTime day)
    {
        while (IsFree(day)) day = day.AddDays(-1);
        return day;
    }

    private static DateTime On(DateTime day)
    {
        while (IsFree(day)) day = day.AddDays(1);
        return day;
    }

    private static bool IsFree(DateTime day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return true;
        string[] everyYear = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];
        if (everyYear.Contains(day.ToString("MM-dd", CultureInfo.InvariantCulture))) return true;
        var fromEaster = (day - EasterSundays[day.Year]).Days;
        var midsummerEve = day is { Month: 6, Day: >= 19 and <= 25, DayOfWeek: DayOfWeek.Friday };
        return fromEaster is -2 or 1 or 39 || midsummerEve;
    }

    private static string Register()
    {
        var obligations = Rows.Select(row => $$"""
            { "id": "{{row.Id}}", "title": "{{row.Id}}", "due": "--{{row.Month:00}}-{{row.Day:00}}", "planYear": "{{row.PlanYear}}",
              "nonWorkingDay": "{{row.Rule}}", "reminders": [{{string.Join(", ", row.Reminders.Select(d => $"\"P{d}D\""))}}], "recipients": ["region"] }
            """);
        return $$"""
            { "municipality": "Kommunen", "inUseFrom": "2021-01-01",
              "contacts": [
                { "id": "strateg", "name": "Strategen", "channel": { "type": "email", "address": "strateg@kommunen.example" } },
                { "id": "chef", "name": "Chefen", "channel": { "type": "email", "address": "chef@kommunen.example" } },
                { "id": "region", "name": "Regionen", "channel": { "type": "email", "address": "region@regionen.example" } } ],
              "agreements": [ { "id": "avtal", "kind": "cooperation", "title": "Avtal", "from": "2021-01-01", "to": "2026-12-31",
                "responsible": ["strateg"], "escalation": ["chef"], "obligations": [ {{string.Join(", ", obligations)}} ] } ] }
            """;
    }

    // With SAMVERKAN_APPROVE=1 the list becomes the approved one: read the difference before committing it.
    private static void IsApproved(string text, [CallerFilePath] string source = "")
    {
        const string name = "simulate-2021-2027.txt";
        if (Environment.GetEnvironmentVariable("SAMVERKAN_APPROVE") == "1") File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "Approved", name), text);
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", name)), text);
    }

    private sealed record Row(string Id, string Rule, string PlanYear, int Month, int Day, int[] Reminders);
}
