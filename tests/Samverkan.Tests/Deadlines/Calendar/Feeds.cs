using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Calendar;

namespace Samverkan.Tests.Deadlines.Calendar;

/// <summary>An obligation due on the first Sunday of Advent 2024, moved to the Friday before it, and what becomes of it.</summary>
internal static class Feeds
{
    internal const string Json = """
        { "municipality": "Alingsås kommun", "inUseFrom": "2021-01-01",
          "contacts": [
            { "id": "strateg", "name": "Folkhälsostrategen", "channel": { "type": "folder", "address": "strateg" } },
            { "id": "region", "name": "Regionen", "channel": { "type": "folder", "address": "region" } } ],
          "agreements": [ {
            "id": "folkhalsa", "kind": "cooperation", "title": "Samverkansavtal", "from": "2024-01-01", "to": "2025-12-31",
            "responsible": ["strateg"],
            "obligations": [ { "id": "plan", "title": "Plan med budget", "due": "--12-01", "planYear": "next",
              "nonWorkingDay": "previous", "reminders": ["P30D", "P1D"], "recipients": ["region"] } ] } ] }
        """;

    internal static readonly Instant First = Instant.FromUtc(2024, 1, 2, 8, 0);

    internal static Register Register(string json) => RegisterReader.Read(Encoding.UTF8.GetBytes(json)).Register!;

    /// <summary>The days after registers were taken into use, one a day.</summary>
    internal static CalendarRevisions After(params string[] registers) => registers
        .Select((json, day) => new RegisterVersion(First + Duration.FromDays(day), Register(json)))
        .Aggregate(new CalendarRevisions(2023, 2030), (revisions, version) => revisions.Apply(version));

    internal static byte[] Write(CalendarRevisions revisions, string? publicUrl = null) =>
        CalendarFeed.Write("Samverkan: Alingsås kommun", revisions.Entries.Values, publicUrl is null ? null : new Uri(publicUrl));
}
