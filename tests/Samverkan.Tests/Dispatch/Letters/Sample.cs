using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Digests;
using Samverkan.Ledger;

namespace Samverkan.Tests.Dispatch.Letters;

/// <summary>A register and deliveries with the facts of the story.</summary>
internal static class Sample
{
    internal static readonly Instant Noon = Instant.FromUtc(2022, 12, 12, 11, 0);

    internal static readonly Contact Region = Person("vgr-folkhalsa", "Avdelning folkhälsa, Västra Götalandsregionen", "folkhalsa@region.example");
    internal static readonly Contact Board = Person("socialnamnden", "Socialnämnden", "socialnamnden@alingsas.example");
    internal static readonly Contact Strategist = Person("folkhalsostrateg", "Folkhälsostrateg", "folkhalsa@alingsas.example");
    internal static readonly Contact Director = Person("kommundirektor", "Kommundirektören", "direktor@alingsas.example");

    internal static readonly Decision Decision193 = new("193", "2022.529 KS", "Verksamhetsplan folkhälsa och social hållbarhet 2023", null, null);

    internal static readonly Matter Plan2023 = new(
        "Samverkansavtal gemensamma folkhälsoinsatser", "Verksamhetsplan med budget", 2023, new LocalDate(2022, 12, 1), null);

    internal static readonly SentDocument Plan = Document("Verksamhetsplan 2023.pdf", "plan", 412_345);
    internal static readonly SentDocument Budget = Document("Budget 2023.xlsx", "budget", 1_449_000);
    internal static readonly SentDocument Extract = Document("§ 193 KS 2022-12-12.txt", DocumentRef.ExtractPart, 812);

    internal static readonly Register Register = new()
    {
        Municipality = "Alingsås kommun",
        Contacts = [Region, Board, Strategist, Director],
        Groups = [new ContactGroup { Id = ContactId.Parse("samtliga-namnder"), Name = "Samtliga nämnder", Members = [Board.Id] }],
        Agreements =
        [
            AgreementOf("folkhalsa-2021", AgreementKind.Cooperation, "Samverkansavtal gemensamma folkhälsoinsatser"),
            AgreementOf("handlingsplan-2018", AgreementKind.ActionPlan, "Handlingsplan psykisk hälsa 2018–2020"),
        ],
    };

    internal static Delivery Of(DeliveryVersion version, Matter matter, params SentDocument[] documents) => new()
    {
        Id = DeliveryId.Of(StreamId.OfAgreement("folkhalsa-2021", 2023), "sample", Region.Id.Value, version),
        Version = version,
        Contact = Region.Id,
        Matter = matter,
        Documents = documents,
        CreatedAt = Noon,
    };

    internal static Delivery Notice(params NoticeItem[] items) => new()
    {
        Id = DeliveryId.Of(StreamId.Notices(2022), "sample", Strategist.Id.Value, DeliveryVersion.Notice),
        Version = DeliveryVersion.Notice,
        Contact = Strategist.Id,
        Items = items,
        CreatedAt = Noon,
    };

    internal static Digest Digest(string delivery) => new(new LocalDate(2022, 12, 13),
    [
        new(DigestPart.NeedsPerson, 2,
        [
            new(delivery) { Title = "Verksamhetsplan med budget 2023", Since = Noon, Code = "smtp.recipient-refused", WhoText = Region.Name },
            new(delivery) { Since = Noon, Code = "contact.missing", WhoText = "registrator" },
        ]),
        new(DigestPart.Bounced, 1, [new(delivery) { Title = "Årsrapport 2022", Since = Noon, Code = "mail.bounced", WhoText = Board.Name }]),
        new(DigestPart.Failing, 1,
        [
            new(delivery)
            {
                Title = "Verksamhetsplan med budget 2023", Since = Noon, Due = new LocalDate(2022, 12, 15), NextAt = Noon + Duration.FromHours(22),
                Code = "smtp.deferred", WhoText = Region.Name,
            },
        ]),
        new(DigestPart.Untried, 1, [new(delivery) { Title = "Årsrapport 2022", Since = Noon, Due = new LocalDate(2022, 12, 15), WhoText = Board.Name }]),
        new(DigestPart.Quarantined, 22, [new("0123456789abcdef") { Since = Noon, Code = "minutes.no-paragraph", WhoText = "protokoll.txt", WhyText = "Filen ser ut som ett protokollsutdrag men har ingen paragraf." }]),
        new(DigestPart.Overdue, 1,
        [
            new("folkhalsa-2021/2023") { Title = "Verksamhetsplan med budget 2023", AgreementTitle = "Samverkansavtal gemensamma folkhälsoinsatser", Due = new LocalDate(2022, 12, 1) },
        ]),
    ]);

    internal static NoticeItem Item(NoticeKind kind, int? daysLeft = null) => new($"sample/{kind}", kind)
    {
        Agreement = AgreementId.Parse("folkhalsa-2021"),
        AgreementTitle = Plan2023.AgreementTitle,
        Title = Plan2023.ObligationTitle,
        PlanYear = 2023,
        Due = Plan2023.Due,
        EffectiveDue = Plan2023.Due,
        DaysLeft = daysLeft,
    };

    internal static SentDocument Document(string? name, string part, long size) => new(DocumentHash.Of([1, 2, 3]), name, part, size);

    internal static Contact Person(string id, string name, string address) => new()
    {
        Id = ContactId.Parse(id),
        Name = name,
        Channel = Email(address),
    };

    internal static Channel Email(string address) =>
        Channel.TryCreate(ChannelType.Email, address, out var channel, out var problem) ? channel : throw new ArgumentException(problem, nameof(address));

    private static Agreement AgreementOf(string id, AgreementKind kind, string title) => new()
    {
        Id = AgreementId.Parse(id),
        Kind = kind,
        Title = title,
        Period = new DateInterval(new LocalDate(2021, 1, 1), new LocalDate(2024, 12, 31)),
        Responsible = [Strategist.Id],
        Escalation = [Director.Id],
    };
}
