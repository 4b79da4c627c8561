using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Tests.Dispatch.Links;

namespace Samverkan.Tests.Dispatch.Letters;

public class CoveringLetterTests
{
    private static readonly LetterOptions Public = new() { PublicUrl = new Uri("https://samverkan.alingsas.example") };
    private static readonly LetterWriter Writer = new(Public, new DeliveryLinks(Public, new LinkSigner(new LinkSignerTests.Keys(1))));

    [Fact]
    public void A_draft_says_that_it_is_one() =>
        Approve("draft", Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan, Sample.Budget));

    [Fact]
    public void An_adopted_version_says_that_the_date_of_the_decision_is_not_stated() =>
        Approve("adopted-193", Sample.Of(DeliveryVersion.Adopted, Sample.Plan2023 with { Decision = Sample.Decision193 }, Sample.Plan, Sample.Extract));

    [Fact]
    public void An_adopted_version_says_who_decided_and_when_where_it_is_stated() =>
        Approve("adopted-whole", Sample.Of(
            DeliveryVersion.Adopted,
            Sample.Plan2023 with { Decision = Sample.Decision193 with { Body = "Kommunstyrelsen", DecidedOn = new LocalDate(2022, 12, 12) } },
            Sample.Plan));

    [Fact]
    public void An_adopted_version_whose_decision_is_unknown_says_so() =>
        Approve("adopted-unknown", Sample.Of(DeliveryVersion.Adopted, Sample.Plan2023, Sample.Plan));

    [Fact]
    public void A_correction_says_what_it_replaces() =>
        Approve("correction", Sample.Of(DeliveryVersion.Correction, Sample.Plan2023 with { Decision = Sample.Decision193 }, Sample.Plan, Sample.Extract));

    [Fact]
    public void A_decision_goes_to_a_board_by_its_group()
    {
        var delivery = Sample.Of(DeliveryVersion.Decision, Sample.Plan2023 with { Decision = Sample.Decision193 }, Sample.Extract) with
        {
            Via = ContactId.Parse("samtliga-namnder"),
        };
        var letter = Approve("decision", delivery, Sample.Board);
        Assert.Equal("Beslut: Verksamhetsplan folkhälsa och social hållbarhet 2023, § 193, dnr 2022.529 KS", letter.Subject);
    }

    [Fact]
    public void A_decision_about_an_action_plan_belongs_to_no_obligation()
    {
        var matter = new Matter("Handlingsplan psykisk hälsa 2018–2020", null, null, null,
            new Decision("60", "2021.111 KS", "Förlängning av handlingsplanen", "Kommunstyrelsen", new LocalDate(2021, 4, 12)));
        var delivery = Sample.Of(DeliveryVersion.Decision, matter, Sample.Extract) with
        {
            Id = DeliveryId.Of(StreamId.OfAgreement("handlingsplan-2018", null), "sample", "socialnamnden", DeliveryVersion.Decision),
        };
        Approve("decision-action-plan", delivery, Sample.Board);
    }

    [Fact]
    public void Documents_that_are_too_large_have_a_link_each()
    {
        var letter = Writer.WriteLinked(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan, Sample.Budget), Sample.Region, Sample.Register)!;
        Approved.Is("draft-linked.txt", $"Ämne: {letter.Subject}\n\n{letter.Text}");
        Approved.Is("draft-linked.html", letter.Html);
    }

    [Fact]
    public void Without_links_nobody_is_asked_to_confirm()
    {
        var letter = new LetterWriter(new LetterOptions()).Write(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan), Sample.Region, Sample.Register);
        Assert.DoesNotContain("Bekräfta", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bekräfta", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_again_gives_the_same_letter()
    {
        var delivery = Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan);
        Assert.Equal(Writer.Write(delivery, Sample.Region, Sample.Register), Writer.Write(delivery, Sample.Region, Sample.Register));
    }

    [Fact]
    public void Write_signs_with_the_sender_of_the_options()
    {
        var writer = new LetterWriter(new LetterOptions { SenderName = "Folkhälsa i Alingsås" });
        var letter = writer.Write(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan), Sample.Region, Sample.Register);
        Assert.Contains("Avsändare: Folkhälsa i Alingsås", letter.Text, StringComparison.Ordinal);
        Assert.EndsWith("Folkhälsa i Alingsås", letter.Subject, StringComparison.Ordinal);
    }

    private static Letter Approve(string name, Delivery delivery, Contact? to = null)
    {
        var letter = Writer.Write(delivery, to ?? Sample.Region, Sample.Register);
        Approved.Is($"{name}.txt", $"Ämne: {letter.Subject}\n\n{letter.Text}");
        Approved.Is($"{name}.html", letter.Html);
        return letter;
    }
}
