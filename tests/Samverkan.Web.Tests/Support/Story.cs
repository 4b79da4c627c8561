using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Ledger;

namespace Samverkan.Web.Tests.Support;

/// <summary>A municipality with a cooperation agreement, an action plan, and deliveries in every state that there is today.</summary>
public static class Story
{
    public const string Register = """
        { "municipality": "Sjöberga kommun", "inUseFrom": "2022-01-01",
          "contacts": [
            { "id": "region", "name": "Avdelning folkhälsa, Exempelregionen", "channel": { "type": "email", "address": "folkhalsa@region.example" } },
            { "id": "kansliet", "name": "Hälso- och sjukvårdsnämndens kansli", "channel": { "type": "email", "address": "kansli@region.example" } },
            { "id": "socialnamnden", "name": "Socialnämnden", "channel": { "type": "email", "address": "soc@sjoberga.example" } },
            { "id": "miljonamnden", "name": "Miljönämnden", "channel": { "type": "email", "address": "miljo@sjoberga.example" } },
            { "id": "strategen", "name": "Folkhälsostrategen", "channel": { "type": "email", "address": "strateg@sjoberga.example" } },
            { "id": "direktoren", "name": "Kommundirektören", "channel": { "type": "email", "address": "direktor@sjoberga.example" } } ],
          "groups": [ { "id": "namnderna", "name": "Samtliga nämnder", "members": ["socialnamnden", "miljonamnden"] } ],
          "agreements": [
            { "id": "folkhalsa", "kind": "cooperation", "title": "Samverkansavtal gemensamma folkhälsoinsatser",
              "diaryNumbers": ["2022.529 KS"], "from": "2021-01-01", "to": "2024-12-31",
              "responsible": ["strategen"], "escalation": ["direktoren"],
              "obligations": [ { "id": "verksamhetsplan", "title": "Verksamhetsplan med budget", "parts": ["plan", "budget"],
                "due": "--12-01", "planYear": "next", "nonWorkingDay": "previous", "recipients": ["region"] } ] },
            { "id": "psykisk-halsa", "kind": "actionPlan", "title": "Handlingsplan psykisk hälsa", "diaryNumbers": ["2021.111 KS"],
              "from": "2018-01-01", "to": "2020-12-31", "responsible": ["strategen"], "endorsers": ["Kommunstyrelsen"] } ] }
        """;

    public static readonly StreamId Plan = StreamId.OfAgreement("folkhalsa", 2023);
    private static readonly (string, string, long)[] PlanFiles =
        [("Verksamhetsplan folkhälsa 2023.pdf", "plan", 1_243_512), ("Budget 2023.xlsx", "budget", 48_210)];
    private static readonly (string, string, long)[] Extract = [("KS § 193 protokollsutdrag.txt", "extract", 4_812)];

    /// <summary>Plays the story; returns the ids of its deliveries by the names that tests know them by.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PlayAsync(World world)
    {
        await world.ImportAsync(Register);
        await world.Ledger.RecordAsync<RegisterHistory>(StreamId.Register, "system:intake", _ => [new PeriodExtended(
            AgreementId.Parse("psykisk-halsa"), new LocalDate(2020, 12, 31), new LocalDate(2022, 12, 31), DocumentHash.Of([]))], default);
        var draft = await DraftAsync(world);
        var adopted = await AdoptedAsync(world);
        var decisions = await DecisionsAsync(world);
        var notice = await NoticeAsync(world);
        world.Clock.Now = Instant.FromUtc(2022, 12, 20, 9, 0);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["draft"] = draft,
            ["adopted"] = adopted,
            ["owed"] = decisions[0],
            ["waiting"] = decisions[1],
            ["person"] = decisions[2],
            ["notice"] = notice,
        };
    }

    private static async Task<string> DraftAsync(World world)
    {
        world.Clock.Now = Instant.FromUtc(2022, 12, 1, 5, 0);
        var matter = new Matter("Samverkansavtal gemensamma folkhälsoinsatser", "Verksamhetsplan med budget", 2023, new(2022, 12, 1), null);
        var id = (await world.OweAsync(Plan, DeliveryVersion.Draft, matter, "verksamhetsplan", PlanFiles, "region"))[0];
        await world.RecordAsync(Plan, new DeliveryClaimed(id, 1, world.Clock.Now + Duration.FromMinutes(5)));
        world.Clock.Now += Duration.FromMinutes(6);
        await world.TryAsync(id, 2, AttemptOutcome.Transient, MailCodes.Deferred, "451 4.7.1 Greylisted, try again later", world.Clock.Now + Duration.FromMinutes(1));
        world.Clock.Now += Duration.FromMinutes(1);
        await world.TryAsync(id, 3, AttemptOutcome.HandedOver, MailCodes.Accepted, "250 2.0.0 Ok: queued as 4XfT9k2Lz1");
        return id;
    }

    private static async Task<string> AdoptedAsync(World world)
    {
        world.Clock.Now = Instant.FromUtc(2022, 12, 12, 13, 3);
        var id = (await world.OweAsync(Plan, DeliveryVersion.Adopted, Adoption, "verksamhetsplan", [.. PlanFiles, .. Extract], "region"))[0];
        await world.TryAsync(id, 1, AttemptOutcome.WrittenToFile, MailCodes.WrittenToFile, null);
        return id;
    }

    private static async Task<IReadOnlyList<string>> DecisionsAsync(World world)
    {
        var ids = await world.OweAsync(
            Plan, DeliveryVersion.Decision, Adoption, "verksamhetsplan", Extract, "socialnamnden<namnderna", "miljonamnden<namnderna", "kansliet");
        await world.TryAsync(ids[1], 1, AttemptOutcome.Transient, MailCodes.Unreachable, null, world.Clock.Now + Duration.FromMinutes(1));
        await world.TryAsync(ids[2], 1, AttemptOutcome.Permanent, MailCodes.RecipientRefused, "550 5.1.1 <kansli@region.example>: Recipient address rejected: User unknown");
        return ids;
    }

    private static async Task<string> NoticeAsync(World world)
    {
        var stream = StreamId.Notices(2022);
        var id = DeliveryId.Of(stream, "reminder", "strategen", DeliveryVersion.Notice);
        await world.RecordAsync(stream, new NoticeOwed(id, ContactId.Parse("strategen"),
        [
            new NoticeItem("folkhalsa.2023.reminder", NoticeKind.Reminder)
            {
                Title = "Verksamhetsplan med budget", AgreementTitle = "Samverkansavtal gemensamma folkhälsoinsatser", PlanYear = 2023,
                Due = new(2022, 12, 1), EffectiveDue = new(2022, 12, 1), DaysLeft = 30, Missing = ["plan", "budget"],
            },
            new NoticeItem("inbox.quarantined", NoticeKind.Quarantined) { Title = "oläslig.pdf", Code = "intake.unreadable" },
        ]));
        return id;
    }

    private static Matter Adoption => new(
        "Samverkansavtal gemensamma folkhälsoinsatser", "Verksamhetsplan med budget", 2023, new(2022, 12, 1),
        new Decision("193", "2022.529 KS", "Verksamhetsplan folkhälsa och social hållbarhet 2023", "Kommunstyrelsen", null));
}
