using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.Tests.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Letters;

public class NoticeLetterTests
{
    private static readonly string Stopped =
        DeliveryId.Of(StreamId.OfAgreement("folkhalsa-2021", 2023), "sample", "vgr-folkhalsa", DeliveryVersion.Draft);

    private static readonly NoticeItem Reminder = Sample.Item(NoticeKind.Reminder, 30) with { Missing = ["plan", "budget"] };

    private static readonly NoticeItem NeedsPerson = Sample.Item(NoticeKind.NeedsPerson) with
    {
        Key = $"delivery/{Stopped}",
        Code = "smtp.recipient-refused",
        DetailText = "Avdelning folkhälsa, Västra Götalandsregionen\n550 5.1.1 No such user here",
    };

    [Fact]
    public void A_reminder_says_what_when_and_what_is_missing()
    {
        var letter = Approve("reminder", Reminder);
        Assert.Equal("Påminnelse: Verksamhetsplan med budget 2023 ska vara inlämnad 1 december 2022 (30 dagar kvar)", letter.Subject);
    }

    [Fact]
    public void A_reminder_of_a_moved_day_says_why_and_that_a_draft_is_not_enough() =>
        Approve("reminder-moved", Sample.Item(NoticeKind.Reminder, 1) with
        {
            Due = new LocalDate(2024, 12, 1),
            EffectiveDue = new LocalDate(2024, 11, 29),
            WhyMoved = "Den 1 december 2024 är en söndag. Därför gäller arbetsdagen före: fredagen den 29 november 2024.",
            PlanYear = 2025,
            MustBeAdopted = true,
        });

    [Fact]
    public void An_overdue_says_how_late_it_is() =>
        Approve("overdue", Sample.Item(NoticeKind.Overdue, -1) with { Missing = ["budget", "bilaga 1"] });

    [Fact]
    public void A_draft_that_awaits_adoption_asks_for_the_extract() => Approve("adoption-pending", Sample.Item(NoticeKind.AdoptionPending, -30));

    [Fact]
    public void An_agreement_that_ends_offers_three_ways() =>
        Approve("agreement-ending", Sample.Item(NoticeKind.AgreementEnding, 90) with
        {
            Title = null,
            PlanYear = null,
            Due = new LocalDate(2024, 12, 31),
            EffectiveDue = new LocalDate(2024, 12, 31),
        });

    [Fact]
    public void The_days_anchor_gives_its_root_and_says_what_it_is_for() =>
        Approve("anchored", new NoticeItem("anchor/2022-12-13", NoticeKind.Anchored)
        {
            Anchor = new Samverkan.Ledger.Anchored(new LocalDate(2022, 12, 13), new string('a', 64), Samverkan.Ledger.DocumentHash.Of([1]), 7, 431),
        });

    [Fact]
    public void A_file_in_quarantine_is_named_with_its_reason() =>
        Approve("quarantined", new NoticeItem("quarantine/1", NoticeKind.Quarantined)
        {
            Code = "minutes.no-paragraph",
            DetailText = "protokoll.txt\nFilen ser ut som ett protokollsutdrag men har ingen paragraf.\nKontrollera att hela utdraget är med.",
        });

    [Fact]
    public void Unknown_recipients_are_named() =>
        Approve("unknown-recipients", Sample.Item(NoticeKind.UnknownRecipients) with { DetailText = "Västra nämnden\nFolkhälsoutskottet" });

    [Fact]
    public void A_delivery_that_needs_a_person_is_explained() => Approve("needs-person", NeedsPerson);

    [Fact]
    public void Several_deliveries_to_one_contact_are_listed_and_one_with_another_fault_says_so() =>
        Approve("needs-person-several", NeedsPerson with
        {
            Deliveries =
            [
                new(Stopped, 3, "Verksamhetsplan med budget 2023", "smtp.recipient-refused"),
                new(Stopped, 4, "Årsrapport 2022", "mail.too-large"),
            ],
        });

    [Fact]
    public void Messages_that_did_not_arrive_are_told_to_the_others() =>
        Approve("needs-person-notices", new NoticeItem("NeedsPerson/folkhalsostrateg", NoticeKind.NeedsPerson)
        {
            Code = "smtp.recipient-refused",
            DetailText = "Folkhälsostrateg\n550 5.1.1 No such user here",
            Deliveries =
            [
                new(Sample.Notice(Reminder).Id, 1, "Meddelande (1 expediering att lämna över för hand)", "smtp.recipient-refused"),
                new(Sample.Notice(Reminder).Id, 1, "Meddelande (2 påminnelser)", "smtp.recipient-refused"),
            ],
        });

    [Fact]
    public void Tries_that_are_spent_tell_nobody_to_wait()
    {
        var letter = Approve("needs-person-spent", NeedsPerson with { Code = "smtp.deferred", DetailText = "Avdelning folkhälsa, Västra Götalandsregionen\n451 4.7.1 Try later" });
        Assert.DoesNotContain("gå över", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fortsätter felet", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_that_cannot_be_reached_is_warned_of_without_a_word_on_how_often_it_is_tried()
    {
        var letter = Approve("contact-failing", About(NoticeKind.ContactFailing, "451 4.7.1 Try later") with { Code = "smtp.deferred", Count = 12 });
        Assert.DoesNotContain("glesare", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void That_the_other_way_is_used_says_what_to_mend() =>
        Approve("channel-failed", About(NoticeKind.ChannelFailed, "folkhalsa@region.example\nregistrator@region.example\n550 5.1.1 No such user here") with { Code = "smtp.recipient-refused" });

    [Fact]
    public void A_contact_that_can_be_reached_again_is_told_of() => Approve("contact-works", About(NoticeKind.ContactWorks, ""));

    [Fact]
    public void An_escalation_says_what_to_do_today_and_what_is_enclosed() =>
        Approve("escalated", Sample.Item(NoticeKind.Escalated, 0) with
        {
            Key = $"escalated/{Stopped}",
            Code = "smtp.deferred",
            Count = 2,
            Missing = ["budget"],
            DetailText = "Avdelning folkhälsa, Västra Götalandsregionen\nfolkhalsa@region.example\n451 4.7.1 Try later",
            EnclosedDocuments = [Sample.Document(HandoverPackages.LetterName, DocumentRef.LetterPart, 3_000), Sample.Plan],
        });

    [Fact]
    public void An_escalation_that_its_package_does_not_go_with_has_links_to_it()
    {
        var letter = Parcels.Escalation(new Uri("https://samverkan.alingsas.example")).LinkedLetter!;
        Approved.Is("escalated-linked.txt", $"Ämne: {letter.Subject}\n\n{letter.Text}");
        Approved.Is("escalated-linked.html", letter.Html);
    }

    [Fact]
    public void An_escalation_of_what_is_only_written_to_file_promises_no_more_tries() =>
        Approve("escalated-file", Sample.Item(NoticeKind.Escalated, 0) with
        {
            Key = $"escalated/{Stopped}",
            Code = MailCodes.WrittenToFile,
            Count = 1,
            DetailText = "Avdelning folkhälsa, Västra Götalandsregionen\nfolkhalsa@region.example\nSkriven till utkorgen som 1.eml",
            EnclosedDocuments = [Sample.Document(HandoverPackages.LetterName, DocumentRef.LetterPart, 3_000), Sample.Plan],
        });

    [Fact]
    public void The_letter_to_print_has_the_recipients_name_and_address_and_lines_to_sign()
    {
        var html = new LetterWriter(new LetterOptions()).Print(
            Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan, Sample.Budget), Sample.Region, Sample.Register);
        Approved.Is("printed-draft.html", html);
        Assert.DoesNotContain("Svara på det här mejlet", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_things_make_a_digest()
    {
        var letter = Approve("digest", Reminder, Sample.Item(NoticeKind.Overdue, -8) with { Missing = ["plan"] }, Reminder with { PlanYear = 2024 }, NeedsPerson);
        Assert.Equal("4 saker att göra: 2 påminnelser, 1 försening, 1 expediering som väntar på person", letter.Subject);
    }

    [Fact]
    public void The_mornings_list_says_what_waits_since_when_why_and_what_to_do()
    {
        var letter = Approve("morning", new NoticeItem("digest/2022-12-13", NoticeKind.Digest) { Digest = Sample.Digest(Stopped) });
        Assert.Equal(
            "Att göra 13 december 2022: 2 expedieringar väntar på person, 1 expediering har studsat, 1 expediering har inte gått fram än, 1 expediering har väntat mer än ett dygn utan försök, 22 filer i karantän, 1 försenat åtagande",
            letter.Subject);
    }

    [Fact]
    public void Without_a_public_address_there_is_no_link()
    {
        var letter = new LetterWriter(new LetterOptions()).Write(Sample.Notice(Reminder, NeedsPerson), Sample.Strategist, Sample.Register);
        Assert.DoesNotContain("http", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "60 dagar kvar")]
    [InlineData(2, "2 dagar kvar")]
    [InlineData(1, "i morgon")]
    [InlineData(0, "i dag")]
    [InlineData(-1, "1 dag sen")]
    [InlineData(-2, "2 dagar sen")]
    public void Days_are_said_as_people_say_them(int days, string words)
    {
        var letter = Write(Sample.Item(NoticeKind.Reminder, days));
        Assert.EndsWith($"({words})", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"Senast: torsdagen den 1 december 2022 ({words})\n", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_can_be_told_with_nothing_but_its_kind(NoticeKind kind)
    {
        var letter = Write(new NoticeItem("bare", kind));
        Assert.DoesNotContain("  ", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("()", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Om inget görs: ", letter.Text, StringComparison.Ordinal);
    }

    private static NoticeItem About(NoticeKind kind, string detail) => Sample.Item(kind) with
    {
        About = Sample.Region.Id,
        DetailText = $"{Sample.Region.Name}\n{detail}",
    };

    public static TheoryData<NoticeKind> Kinds() => [.. Enum.GetValues<NoticeKind>()];

    private static Letter Write(params NoticeItem[] items) =>
        new LetterWriter(new LetterOptions { PublicUrl = new Uri("https://samverkan.alingsas.example/") })
            .Write(Sample.Notice(items), Sample.Strategist, Sample.Register);

    private static Letter Approve(string name, params NoticeItem[] items)
    {
        var letter = Write(items);
        Approved.Is($"{name}.txt", $"Ämne: {letter.Subject}\n\n{letter.Text}");
        Approved.Is($"{name}.html", letter.Html);
        return letter;
    }
}
