using NodaTime.Text;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class MinutesReaderTests
{
    [Theory]
    [InlineData("Expedieras till\nGR, Socialnämnden", "GR|Socialnämnden")]
    [InlineData("EXPEDIERAS TILL:\nGR\nSocialnämnden", "GR|Socialnämnden")]
    [InlineData("expedieras till\nGR\nSocialnämnden", "GR|Socialnämnden")]
    [InlineData("Delges GR och Socialnämnden.", "GR|Socialnämnden")]
    [InlineData("Beslutet skickas till: GR samt Socialnämnden", "GR|Socialnämnden")]
    [InlineData("Sändlista\n• GR\n• Socialnämnden", "GR|Socialnämnden")]
    [InlineData("Kopia till\n- GR;\n- Socialnämnden;", "GR|Socialnämnden")]
    [InlineData("Expediering\n1. GR\n2. Socialnämnden", "GR|Socialnämnden")]
    [InlineData("Skickas till\nGR,\nSocialnämnden", "GR|Socialnämnden")]
    [InlineData("Expedieras till\nSamtliga nämnder, samt hälso- och\nsjukvårdsnämndens kansli i\nGöteborg", "Samtliga nämnder|hälso- och sjukvårdsnämndens kansli i Göteborg")]
    [InlineData("Expedieras till\nBarn- och utbildningsnämnden, Kultur- och fritidsnämnden och Vård- och omsorgsnämnden", "Barn- och utbildningsnämnden|Kultur- och fritidsnämnden|Vård- och omsorgsnämnden")]
    [InlineData("Expedieras till\nsocialnämnden och skolnämnden", "socialnämnden|skolnämnden")]
    [InlineData("Expedieras till\nkultur och fritidsnämnden", "kultur och fritidsnämnden")]
    [InlineData("Expedieras till\nNämnden för kultur och fritid, akten", "Nämnden för kultur och fritid|akten")]
    [InlineData("Expedieras till\nVästra Götalandsregionen, avdelning folkhälsa\nSkolnämnden", "Västra Götalandsregionen, avdelning folkhälsa|Skolnämnden")]
    [InlineData("Expedieras till\nVästra Götalandsregionen, avdelning folkhälsa, Skolnämnden", "Västra Götalandsregionen, avdelning folkhälsa|Skolnämnden")]
    [InlineData("Expedieras till\nVästra Götalandsregionen, Koncernavdelning folkhälsa\nSkolnämnden", "Västra Götalandsregionen, Koncernavdelning folkhälsa|Skolnämnden")]
    [InlineData("Sändlista:\nBarn-, utbildnings- och kulturnämnden\nSocialnämnden", "Barn-, utbildnings- och kulturnämnden|Socialnämnden")]
    [InlineData("Sändlista: Barn-, utbildnings- och kulturnämnden, Socialnämnden", "Barn-, utbildnings- och kulturnämnden|Socialnämnden")]
    [InlineData("Expedieras till\nSocialnämnden\nFör kännedom: GR", "Socialnämnden|GR")]
    [InlineData("Expedieras till\nSocialnämnden\nFör kännedom:\nGR", "Socialnämnden|GR")]
    [InlineData("Expedieras till\nSocialnämnden (för kännedom), GR (för åtgärd)", "Socialnämnden|GR")]
    [InlineData("Expedieras till\nSocialnämnden, för kännedom till GR", "Socialnämnden|GR")]
    [InlineData("Expedieras till\nSocialnämnden\n\nVid protokollet\nAnna Berg", "Socialnämnden")]
    [InlineData("Expedieras till\nSocialnämnden\n\nJusterandes sign      Utdragsbestyrkande", "Socialnämnden")]
    [InlineData("Expedieras till\nSocialnämnden\n\nProtokollet är digitalt signerat och har ingen underskrift.", "Socialnämnden")]
    [InlineData("Expedieras till\nSocialnämnden\nLindby kommun, Torget 1, 123 45 Lindby Telefon 0123-45 67 89", "Socialnämnden")]
    [InlineData("Expedieras till\nSocialnämnden\n\nKopia till\nGR", "Socialnämnden|GR")]
    [InlineData("Expedieras till\nKommundirektören\nakten", "Kommundirektören|akten")]
    [InlineData("Expedieras till\nhälso- och sjukvårdsnämndens kansli i Göteborg\nSamtliga nämnder", "hälso- och sjukvårdsnämndens kansli i Göteborg|Samtliga nämnder")]
    [InlineData("Protokollsutdrag till: Region\nNorrbotten, Kommunstyrelsen, akten", "Region Norrbotten|Kommunstyrelsen|akten")]
    [InlineData("Beslutet skickas till\nOrdförande\nSekreterare", "Ordförande|Sekreterare")]
    [InlineData("Expedieras till\nAnna Berg, folkhälsostrateg\nPer Ek, kommundirektör", "Anna Berg, folkhälsostrateg|Per Ek, kommundirektör")]
    public void Recipients_are_read_from_any_form(string part, string expected) =>
        Assert.Equal(expected.Split('|'),
            Extract($"§ 7  KS 2024/11\n\nVerksamhetsplan 2025\n\nBeslut\nVerksamhetsplan 2025 godkänns.\n\n{part}").Recipients.Select(name => name.Value));

    [Theory]
    [InlineData("Beslut\nVerksamhetsplan 2025 godkänns.", "Verksamhetsplan 2025 godkänns.")]
    [InlineData("Beslut\nPlanen godkänns. Nämnden får i uppdrag att genomföra den.", "Planen godkänns.|Nämnden får i uppdrag att genomföra den.")]
    [InlineData("Beslut\nKommunstyrelsen beslutar\n\natt anta planen, samt\n\natt sända den till regionen.", "att anta planen, samt|att sända den till regionen.")]
    [InlineData("Beslut\nKommunstyrelsen beslutar att\n1. godkänna planen\n2. sända den till regionen", "godkänna planen|sända den till regionen")]
    [InlineData("Kommunstyrelsens beslut\natt anta planen för arbetet med\nfolkhälsa, och\natt uppdra åt förvaltningen\natt redovisa insatserna.", "att anta planen för arbetet med folkhälsa, och|att uppdra åt förvaltningen att redovisa insatserna.")]
    [InlineData("Kommunstyrelsens beslut\natt anta planen\natt sända den till regionen", "att anta planen|att sända den till regionen")]
    [InlineData("Beslut\natt anta planen, och att sända den till regionen.", "att anta planen, och|att sända den till regionen.")]
    [InlineData("Beslut\na) Planen antas.\nb) Budgeten fastställs.", "Planen antas.|Budgeten fastställs.")]
    [InlineData("Förslag till beslut\nPlanen antas.\n\nBeslut\nÄrendet bordläggs.", "Ärendet bordläggs.")]
    [InlineData("Beslut\nKommunstyrelsen föreslår kommunfullmäktige att anta planen.", "")]
    [InlineData("Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta:\n1. att anta planen\n\nKommunstyrelsen beslutar för egen del:\n1. att tacka förvaltningen", "att tacka förvaltningen")]
    [InlineData("Beslut\nPlanen antas.\n\nKarin Lind (V) reserverar sig mot beslutet.", "Planen antas.")]
    [InlineData("Beslut\nPlanen antas.\n\nReservation\nKarin Lind (V) anser att planen skulle ha avslagits.", "Planen antas.")]
    [InlineData("Arbetsutskottets beslut\nÄrendet överlämnas till kommunstyrelsen.\n\nKommunstyrelsens beslut\nPlanen antas.", "Planen antas.")]
    [InlineData("Kommunstyrelsen beslutar att anta planen.", "Kommunstyrelsen beslutar att anta planen.")]
    [InlineData("Beslut: Planen antas.", "Planen antas.")]
    [InlineData("Beslut\nNämnden beslutar följande.\n1. Nämnden godkänner planen.\n2. Paragrafen justeras omedelbart.", "Nämnden godkänner planen.|Paragrafen justeras omedelbart.")]
    [InlineData("Beslut\nPlanen antas.\n\nParagrafen justeras omedelbart.", "Planen antas.")]
    [InlineData("Beslut\nPlanen antas.\n\nKonsekvenser för landsbygden\nPlanen väntas inte få några konsekvenser för landsbygden, varken för boende eller för företag.", "Planen antas.")]
    [InlineData("Beslut\nPlanen antas\n\nBudgeten fastställs", "Planen antas|Budgeten fastställs")]
    public void Decisions_are_read_without_numbers_headings_proposals_and_reservations(string part, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Extract($"§ 7  KS 2024/11\n\nPlan 2025\n\n{part}\n\nExpedieras till\nGR").Decisions.Select(decision =>
                decision.Value));

    [Theory]
    [InlineData("§ 7  KS 2024/11\n\nPlan för allt 2025", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7 Plan för allt 2025 (KS 2024/11)", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7 Plan för allt 2025 – KS 2024/11", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7 KS 2024/11 Plan för allt 2025", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7. Plan för allt 2025\nDnr 2024-011 KS", "2024-011 KS", "Plan för allt 2025")]
    [InlineData("§ 7\nDnr: 24KS11\nPlan för allt 2025", "24KS11", "Plan för allt 2025")]
    [InlineData("§ 7/2024   Plan för\nallt 2025\nDiarienummer: KS-2024-00011", "KS-2024-00011", "Plan för allt 2025")]
    [InlineData("KS § 7    Dnr 2024/11 KS\nPlan för\nallt 2025", "2024/11 KS", "Plan för allt 2025")]
    [InlineData("Paragraf 7\nPlan för allt 2025\n\n2024:11 KS", "2024:11 KS", "Plan för allt 2025")]
    [InlineData("Dnr KS 2024/11\n\n§ 7\nPlan för allt 2025", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7\nPlan för folk-\nhälsa och allt 2025", null, "Plan för folkhälsa och allt 2025")]
    [InlineData("§ 7 Plan för allt 2018-2022", null, "Plan för allt 2018-2022")]
    [InlineData("KSAU § 45   KS § 7   KS 2024/11\nPlan för allt 2025", "KS 2024/11", "Plan för allt 2025")]
    [InlineData("§ 7 Dnr 2.6.1-345/2023\nPlan för allt 2025", "2.6.1-345/2023", "Plan för allt 2025")]
    public void Number_and_title_are_read_in_any_order(string head, string? number, string title)
    {
        var extract = Extract($"{head}\n\nBeslut\nPlanen antas.");

        Assert.Equal(("7", number, title),
            (extract.Paragraph.Value, extract.DiaryNumber?.Value.Printed, extract.Title?.Value));
    }

    [Theory]
    [InlineData("Verksamhetsplan 2024", 2024)]
    [InlineData("Budget för år 2025", 2025)]
    [InlineData("Verksamhetsplan 2024 med utblick 2025–2026", 2024)]
    [InlineData("Revidering av handlingsplan antagen 2019", null)]
    [InlineData("Handlingsplan 2018-2022", null)]
    [InlineData("Verksamhetsplan 2024/2025", null)]
    [InlineData("Verksamhetsplan 2024 och 2025", null)]
    [InlineData("Uppföljning av verksamhetsplan 2023", null)]
    [InlineData("Årsrapport 2023", null)]
    [InlineData("Svar på motion 2023", null)]
    [InlineData("Plan den 3 mars 2023", null)]
    public void The_plan_year_is_that_of_a_plan(string title, int? year) =>
        Assert.Equal(year, Extract($"§ 7 {title}\n\nBeslut\nDet godkänns.").PlanYear?.Value);

    [Theory]
    [InlineData("KOMMUNSTYRELSEN\nSammanträdesdatum 2023-11-20", "Kommunstyrelsen", "2023-11-20")]
    [InlineData("Kommunstyrelsens arbetsutskott 2023-11-20", "Kommunstyrelsens arbetsutskott", "2023-11-20")]
    [InlineData("Protokollsutdrag\nSocialnämnden\nMåndagen den 20 november 2023 kl. 13.00", "Socialnämnden", "2023-11-20")]
    [InlineData("Nämnd: Socialnämnden\nDatum: 20 november 2023\nJusterat: 2023-11-24", "Socialnämnden", "2023-11-20")]
    [InlineData("Utdrag ur protokoll fört vid sammanträde med socialnämnden 20 nov 2023", "Socialnämnden", "2023-11-20")]
    [InlineData("Socialnämnden\nAnslaget 2023-11-25", "Socialnämnden", null)]
    [InlineData("", null, null)]
    public void Body_and_day_are_read_from_the_head(string head, string? body, string? date)
    {
        var extract = Extract($"{head}\n\n§ 7 Plan 2024\n\nBeslut\nPlanen antas.");

        Assert.Equal((body, date),
            (extract.Body?.Value, extract.MeetingDate is { } day ? LocalDatePattern.Iso.Format(day.Value) : null));
    }

    [Fact]
    public void A_body_that_only_letters_tell_is_inferred_and_not_exported()
    {
        var reading = MinutesReader.Read(DocumentText.FromString("KS § 7 Plan 2024\n\nBeslut\nPlanen antas."));

        Assert.Equal(("Kommunstyrelsen", Basis.Inferred), (reading.Extracts[0].Body!.Value, reading.Extracts[0].Body!.Basis));
        Assert.Contains("\"body\":null", Assert.Single(MinutesJson.Write("x", reading)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Arbetsutskottet har den 31 mars 2021, § 83 behandlat ärendet.", "Arbetsutskottet|2021-03-31|83")]
    [InlineData("Kommunstyrelsens arbetsutskott har den 30 november 2022,\n§ 201 behandlat ärendet.", "Kommunstyrelsens arbetsutskott|2022-11-30|201")]
    [InlineData("Ärendet behandlades i arbetsutskottet 2021-03-31 § 83.", "Arbetsutskottet|2021-03-31|83")]
    [InlineData("Arbetsutskottet 2021-03-31 § 83\nSocialnämnden 2021-03-01 § 12", "Arbetsutskottet|2021-03-31|83;Socialnämnden|2021-03-01|12")]
    [InlineData("Socialnämnden § 12, 2021-03-01", "Socialnämnden|2021-03-01|12")]
    [InlineData("Protokollsutdrag från kommunstyrelsens arbetsutskott 2021-03-31, § 83", "Kommunstyrelsens arbetsutskott|2021-03-31|83")]
    [InlineData("Senast den 1 december ska nämnden lämna en plan.", "")]
    [InlineData("KSAU § 83/2021, 2021-03-31", "KSAU|2021-03-31|83")]
    [InlineData("Kommunstyrelsens arbetsutskotts beslut 2021-03-31 § 83", "Kommunstyrelsens arbetsutskott|2021-03-31|83")]
    public void Earlier_bodies_are_read(string part, string expected)
    {
        var steps = Extract($"§ 7 Plan 2024\n\nBeredning\n{part}\n\nBeslut\nPlanen antas.").Preparation.Select(step =>
            step.Value);

        Assert.Equal(expected,
            string.Join(';', steps.Select(step =>
                $"{step.Body}|{(step.Date is { } date ? LocalDatePattern.Iso.Format(date) : null)}|{step.Paragraph}")));
    }

    [Theory]
    [InlineData("Kommunledningskontoret har i skrivelse den 19 mars 2021 lämnat följande yttrande:", "Kommunledningskontoret|2021-03-19")]
    [InlineData("Tjänsteskrivelse den 30 oktober 2023", "|2023-10-30")]
    [InlineData("Tjänsteskrivelse från kommunledningskontoret daterad 2023-10-30", "Kommunledningskontoret|2023-10-30")]
    [InlineData("Kommunledningskontorets tjänsteskrivelse, 2023-10-30", "Kommunledningskontoret|2023-10-30")]
    [InlineData("Tjänsteskrivelse, socialförvaltningen, 2023-10-30", "Socialförvaltningen|2023-10-30")]
    [InlineData("Socialförvaltningen har i en tjänsteskrivelse daterad den 3 maj 2023 föreslagit att planen antas.", "Socialförvaltningen|2023-05-03")]
    [InlineData("Nämnden har fått skrivelser från allmänheten.", "")]
    public void Writings_are_read(string part, string expected)
    {
        var writings = Extract($"§ 7 Plan 2024\n\nBeredning\n{part}\n\nBeslut\nPlanen antas.").Submissions.Select(submission => submission.Value);

        Assert.Equal(expected,
            string.Join(';', writings.Select(writing =>
                $"{writing.By}|{(writing.Date is { } date ? LocalDatePattern.Iso.Format(date) : null)}")));
    }

    [Theory]
    [InlineData("Västkoms styrelse ställde sig 2020-11-24 bakom ett förslag.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Västkoms\nstyrelse har den 24 november 2020 ställt sig bakom ett förslag.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Den 24 november 2020 ställde sig Västkoms styrelse bakom ett förslag.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Därefter har Västkoms styrelse den 24 november 2020 ställt sig bakom förslaget.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Västkoms styrelse beslutade 2020-11-24 att ställa sig bakom förslaget.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Västkoms styrelse ställde sig bakom förslaget den 24 november 2020.", "Västkoms styrelse|2020-11-24")]
    [InlineData("Västkoms styrelse ställde sig 2020-11-24 bakom förslaget och Hälso- och sjukvårdsnämnden ställde sig bakom det 2020-12-01.", "Västkoms styrelse|2020-11-24;Hälso- och sjukvårdsnämnden|2020-12-01")]
    [InlineData("Styrelsen rekommenderade medlemskommunerna att ställa sig bakom förslaget.", "")]
    [InlineData("Kontoret ställer sig positiv till förslaget bakom vilket många står.", "")]
    public void Endorsements_are_read(string sentence, string expected)
    {
        var endorsements = Extract($"§ 7 Plan 2024\n\nÄrendebeskrivning\n{sentence}\n\nBeslut\nPlanen antas.").Endorsements.Select(endorsement => endorsement.Value);

        Assert.Equal(expected,
            string.Join(';', endorsements.Select(endorsement =>
                $"{endorsement.Body}|{(endorsement.Date is { } date ? LocalDatePattern.Iso.Format(date) : null)}")));
    }

    [Theory]
    [InlineData("Handlingsplanen förlängs till och med 2022.", 2022)]
    [InlineData("Handlingsplanen förlängs t.o.m. 2022-12-31.", 2022)]
    [InlineData("Kommunstyrelsen godkänner förlängning till och med den 31 december 2022.", 2022)]
    [InlineData("Avtalet förlängs till utgången av 2022.", 2022)]
    [InlineData("Planen gäller till och med 2022.", null)]
    public void An_extension_is_read(string decision, int? year) =>
        Assert.Equal(year, Extract($"§ 7 Handlingsplan\n\nBeslut\n{decision}").ExtendedThrough?.Value);

    [Fact]
    public void Every_paragraph_of_minutes_is_an_extract_of_its_own()
    {
        var reading = MinutesReader.Read(DocumentText.FromString("Kommunstyrelsen\n2024-02-14\n\nInnehåll\n§ 1 Plan A 2\n§ 2 Plan B 3\n\n§ 1 Plan A\n\nBeslut\nPlan A antas.\n\nBeslutsunderlag\nArbetsutskottets protokoll\n2024-02-01 § 5\n\n§ 2 Plan B\n\nBeslut\nPlan B antas."));

        Assert.Equal(["Plan A antas.", "Plan B antas."],
            reading.Extracts.Select(extract => Assert.Single(extract.Decisions).Value));
    }

    [Fact]
    public void A_value_says_where_it_was_read()
    {
        var extract = Extract("Kommunstyrelsen\n\n§ 7 Plan 2024\n\nBeslut\nPlanen antas.\n\fExpedieras till\nGR");

        Assert.Equal(new Place(1, 6, "Planen antas."), extract.Decisions[0].At);
        Assert.Equal(new Place(2, 8, "GR"), extract.Recipients[0].At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hej!")]
    [InlineData("§ 1 Parter\nAvtalet gäller mellan kommunen och regionen.\n\n§ 2 Syfte\nSamverkan.")]
    [InlineData("Verksamhetsplan 2023\n\nAntagen av kommunstyrelsen 2022-12-12, § 193\n\nPlanen gäller folkhälsa.")]
    [InlineData("TJÄNSTESKRIVELSE\n2022-10-27\n\nPlan 2023\n\nTidigare beslut\nKS 2022-01-12 § 19\n\nBeslutet skickas till\nGR")]
    [InlineData("Plan 2023\n\nTidigare beslut\nKS 2022-01-12 § 19\n\nBeslutet skickas till\nGR")]
    [InlineData("Tjänsteutlåtande\n\nBeslutsunderlag\nArbetsutskottets protokoll\n\n§ 3 Plan\n\nBeslut\nPlanen antas.\n\nExpedieras till\nGR")]
    [InlineData("KALLELSE\nKommunstyrelsen\n\n§ 1 Plan 2023\n\nExpedieras till\nGR")]
    public void What_is_no_minutes_says_so(string text)
    {
        var reading = MinutesReader.Read(DocumentText.FromString(text));

        Assert.False(reading.IsMinutes);
        Assert.Equal(MinutesWarnings.NotMinutes, Assert.Single(reading.Warnings).Code);
    }

    private static MinutesExtract Extract(string text) =>
        Assert.Single(MinutesReader.Read(DocumentText.FromString(text)).Extracts);
}
