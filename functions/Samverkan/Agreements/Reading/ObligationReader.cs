using NodaTime;

namespace Samverkan.Agreements.Reading;

/// <summary>Reads the obligations of one agreement. The period is null where it has errors of its own.</summary>
internal sealed class ObligationReader(ContactDirectory directory, TitleClaims titles, DateInterval? period)
{
    private readonly Dictionary<ObligationId, string> ids = [];

    internal Obligation? Read(JsonCursor at)
    {
        var known = at.Object(
            "id", "title", "titles", "parts", "due", "planYear", "nonWorkingDay", "draftByDeadline", "reminders", "recipients");
        if (known is not { } properties) return null;
        var id = properties.Required("id", "\"verksamhetsplan\"")?.UniqueId<ObligationId>(ObligationId.TryParse, ids);
        var title = properties.Required("title", "\"Verksamhetsplan med budget\"")?.Text();
        var titlesInMinutes = properties.Optional("titles")?.Items().Values(item => titles.Claim(item, at.Path, period)) ?? [];
        var parts = PartsReader.Read(properties.Optional("parts"));
        var due = properties.Required("due", "\"--12-01\"")?.YearlyDate();
        var planYear = properties.Required("planYear", "\"next\"")?.Word(
            ("next", PlanYearRule.Next), ("same", PlanYearRule.Same), ("previous", PlanYearRule.Previous));
        var nonWorkingDay = properties.Optional("nonWorkingDay")?.Word(
            ("asStated", NonWorkingDayRule.AsStated), ("previous", NonWorkingDayRule.Previous), ("next", NonWorkingDayRule.Next));
        var draftByDeadline = properties.Optional("draftByDeadline")?.Flag();
        var reminders = ReminderReader.Read(properties.Optional("reminders"));
        var recipients = properties.Required("recipients", "[\"vgr-folkhalsa\"]")?
            .SomeItems("Skriv minst en kontakts eller sändlistas id, annars når planen ingen.")
            .DistinctValues<ContactId>(directory.Recipient);
        if (id is null || title is null || due is null || planYear is null || recipients is not { Count: > 0 }) return null;
        return new Obligation
        {
            Id = id.Value,
            Title = title,
            Titles = titlesInMinutes,
            Parts = parts,
            Due = due.Value,
            PlanYear = planYear.Value,
            NonWorkingDay = nonWorkingDay ?? NonWorkingDayRule.AsStated,
            DraftByDeadline = draftByDeadline ?? true,
            ReminderDays = reminders,
            Recipients = recipients,
        };
    }
}
