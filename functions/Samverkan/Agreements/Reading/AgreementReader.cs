using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Agreements.Reading;

/// <summary>Reads the agreements of one register, and sees that their ids and their plans' titles are told apart.</summary>
internal sealed class AgreementReader(ContactDirectory directory)
{
    private readonly Dictionary<AgreementId, string> ids = [];
    private readonly TitleClaims titles = new();

    internal Agreement? Read(JsonCursor at)
    {
        var known = at.Object(
            "id", "kind", "title", "diaryNumbers", "from", "to", "responsible", "escalation", "endorsers", "obligations");
        if (known is not { } properties) return null;
        var id = IdOf(properties.Required("id", "\"folkhalsa-2021\""));
        var kind = properties.Required("kind", "\"cooperation\"")?.Word(
            ("cooperation", AgreementKind.Cooperation), ("actionPlan", AgreementKind.ActionPlan));
        var title = properties.Required("title", "\"Samverkansavtal om folkhälsa\"")?.Text();
        var period = PeriodOf(properties);
        var diaryNumbers = properties.Optional("diaryNumbers").Texts();
        var responsible = properties.Required("responsible", "[\"folkhalsostrateg\"]")?
            .SomeItems("Skriv minst en kontakts id, annars påminns ingen.").DistinctValues<ContactId>(directory.Contact);
        var escalation = properties.Optional("escalation")?.Items().DistinctValues<ContactId>(directory.Contact) ?? [];
        var endorsers = properties.Optional("endorsers").Texts();
        var obligations = ObligationsOf(properties, kind, period);
        if (id is null || kind is null || title is null || period is null || responsible is not { Count: > 0 }) return null;
        return new Agreement
        {
            Id = id.Value,
            Kind = kind.Value,
            Title = title,
            Period = period,
            DiaryNumbers = diaryNumbers,
            Responsible = responsible,
            Escalation = escalation,
            Endorsers = endorsers,
            Obligations = obligations,
        };
    }

    private AgreementId? IdOf(JsonCursor? at)
    {
        var id = at?.UniqueId<AgreementId>(AgreementId.TryParse, ids);
        if (id is { IsReserved: true })
            at!.Fail(RegisterErrorCode.ReservedId, $"Systemet använder själv namnet \"{id}\". Välj ett annat id, t.ex. \"{id}-avtal\".");
        return id;
    }

    private static DateInterval? PeriodOf(JsonObjectCursor properties)
    {
        var from = properties.Required("from", "\"2021-01-01\"")?.Date();
        var to = properties.Required("to", "\"2024-12-31\"")?.Date();
        if (from is not { } start || to is not { } end) return null;
        if (start <= end) return new DateInterval(start, end);
        properties.At.Fail("to", RegisterErrorCode.Period, $"Avtalet slutar {SwedishDate.Iso(end)}, innan det börjar {SwedishDate.Iso(start)}. Rätta from eller to.");
        return null;
    }

    private IReadOnlyList<Obligation> ObligationsOf(JsonObjectCursor properties, AgreementKind? kind, DateInterval? period)
    {
        var reader = new ObligationReader(directory, titles, period);
        var items = properties.Optional("obligations")?.Items().ToList();
        if (kind == AgreementKind.Cooperation && items is not { Count: > 0 })
        {
            properties.At.Fail(
                "obligations", RegisterErrorCode.NoObligations,
                "Ett samverkansavtal ska ha minst ett åtagande. Lägg till det i listan obligations, eller skriv \"kind\": \"actionPlan\" om det är en handlingsplan.");
        }

        return items?.Values(reader.Read) ?? [];
    }
}
