using Samverkan.Agreements;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Matching;

public sealed class ExtractMatcherTests
{
    [Fact]
    public void The_extract_193_belongs_to_the_plan_for_2023_and_says_why()
    {
        var extract = Assert.Single(MinutesReader.Read(DocumentText.FromString("""
            § 193  2022.529 KS

            Verksamhetsplan folkhälsa och social hållbarhet 2023

            Beslut
            Verksamhetsplan och budget folkhälsa och social hållbarhet 2023 godkänns.

            Expedieras till
            Samtliga nämnder
            """)).Extracts);

        var result = ExtractMatcher.Place(extract, Grounds.Sample);

        Assert.Equal("folkhalsa-2021/verksamhetsplan/2023", result.Where());
        Assert.Equal(
            [
                "Diarienumret 2022.529 KS hör till Samverkansavtal gemensamma folkhälsoinsatser.",
                "Rubriken utan årtal är \"Verksamhetsplan folkhälsa och social hållbarhet\".",
                "För 2023 finns ett åtagande som ska lämnas senast den 1 december 2022.",
            ],
            result.Placement!.Why);
        Assert.Null(result.Placement.Teaches);
    }

    [Theory]
    [InlineData("2021.111 KS")]
    [InlineData("KS 2021/00111")]
    [InlineData(null)]
    public void The_extract_60_belongs_to_the_action_plan_itself(string? number)
    {
        var result = ExtractMatcher.Place(Grounds.Extract("Handlingsplan GR för psykisk hälsa 2018-2022", number, extendedThrough: 2022), Grounds.Sample);
        Assert.Equal("psykisk-halsa", result.Where());
    }

    [Theory]
    [InlineData("Verksamhetsplan 2024 för det gemensamma folkhälsoarbetet", null, "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("Verksamhetsplan för gemensamt folkhälsoarbete 2026", null, "folkhalsa-2025/verksamhetsplan/2026")]
    [InlineData("Förslag till verksamhetsplan för folkhälsoarbetet år 2027", null, "folkhalsa-2025/verksamhetsplan/2027")]
    [InlineData("VERKSAMHETSPLAN 2023, FOLKHÄLSA", null, "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Antagande av verksamhetsplan 2023 för krisberedskapen i Mällby kommun", null, "kris/krisplan/2023")]
    [InlineData("Uppföljning av verksamhetsplan för folkhälsoarbetet 2022", null, "folkhalsa-2021/uppfoljning/2022")]
    [InlineData("Överenskommelse om samverkan kring barn och unga 2027-2029", null, "barn-och-unga")]
    [InlineData("Barn och unga: handlingsplan 2025", null, "barn-och-unga/handlingsplan/2025")]
    [InlineData("Avtal om gemensamt folkhälsoarbete 2025–2028", null, "folkhalsa-2025")]
    [InlineData("Avtal om gemensamt folkhälsoarbete – verksamhetsplan 2024", null, "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("Revidering av verksamhetsplan för folkhälsoarbetet 2024", null, "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("Uppsägning av avtal om gemensamt folkhälsoarbete 2021-2024", null, "folkhalsa-2021")]
    [InlineData("Förlängning av handlingsplan psykisk hälsa", null, "psykisk-halsa")]
    [InlineData("Verksamhetsplan 2023", "KS 2020/17", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan 2024", "2022-31", "kris/krisplan/2024")]
    [InlineData("Övningsplan 2024", "2022-31", "kris/ovningsplan/2024")]
    [InlineData("Ny ledamot i styrgruppen", "KS 2020/17", "folkhalsa-2021")]
    [InlineData(null, "KS 2020/17", "folkhalsa-2021")]
    [InlineData("Handlingsplan psykisk hälsa 2019", "2021.111 KS", "psykisk-halsa")]
    public void An_extract_is_placed_by_its_number_title_and_year(string? title, string? number, string where) =>
        Assert.Equal(where, ExtractMatcher.Place(Grounds.Extract(title, number), Grounds.Crowded).Where());

    [Theory]
    [InlineData("Detaljplan för kvarteret Eken 2024", null, MatchCodes.NoAgreement)]
    [InlineData("Verksamhetsplan 2024 för räddningstjänsten", "RN 2023/5", MatchCodes.NoAgreement)]
    [InlineData("Verksamhetsplan 2024", null, MatchCodes.NoAgreement)]
    [InlineData("Val av ersättare", null, MatchCodes.NoAgreement)]
    [InlineData(null, null, MatchCodes.NoAgreement)]
    [InlineData("Handlingsplan psykisk hälsa i Norrbotten", null, MatchCodes.Uncertain)]
    [InlineData("Handlingsplan för folkhälsa 2024", null, MatchCodes.Uncertain)]
    [InlineData("Yttrande över verksamhetsplan krisberedskap 2024", null, MatchCodes.Uncertain)]
    [InlineData("Plan för barn och ungas hälsa 2024", null, MatchCodes.Uncertain)]
    [InlineData("Verksamhetsplan barn och unga 2024", null, MatchCodes.Uncertain)]
    [InlineData("Avtal om gemensamt folkhälsoarbete", null, MatchCodes.Tie)]
    [InlineData("Plan krisberedskap 2024", "2022-31", MatchCodes.Tie)]
    [InlineData("Verksamhetsplan för det gemensamma folkhälsoarbetet", null, MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan för det gemensamma folkhälsoarbetet 2025–2028", null, MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan krisberedskap", "2022-31", MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan krisberedskap 2022", null, MatchCodes.NoOccurrence)]
    [InlineData("Verksamhetsplan krisberedskap 2030", "2022-31", MatchCodes.NoOccurrence)]
    [InlineData("Verksamhetsplan krisberedskap 2024", "KS 2020/17", MatchCodes.Contradiction)]
    [InlineData("Verksamhetsplan för det gemensamma folkhälsoarbetet 2026", "KS 2020/17", MatchCodes.Contradiction)]
    [InlineData("Verksamhetsplan för biblioteken 2023", "KS 2020/17", MatchCodes.Contradiction)]
    [InlineData("Handlingsplan psykisk hälsa 2024", "2021.111 KS", MatchCodes.NoOccurrence)]
    public void An_extract_that_is_not_sure_waits_for_a_person(string? title, string? number, string code)
    {
        var result = ExtractMatcher.Place(Grounds.Extract(title, number), Grounds.Crowded);
        Assert.Equal(code, result.Where());
        Assert.Equal(code == MatchCodes.NoAgreement, result.Unplaced!.Candidates.Count == 0);
        Assert.StartsWith("Protokollsutdraget § 1 ", result.Unplaced.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Verksamhetsplan folkhälsa 2023", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan social hållbarhet 2023", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan hållbarhet 2023", MatchCodes.Uncertain)]
    [InlineData("Verksamhetsplan krisberedskap 2023", MatchCodes.NoAgreement)]
    [InlineData("Handlingsplan Västra Götaland 2019", MatchCodes.NoAgreement)]
    [InlineData("Handlingsplan suicidprevention 2024–2027", MatchCodes.NoAgreement)]
    public void A_shorter_title_has_to_name_the_matter(string title, string where) =>
        Assert.Equal(where, ExtractMatcher.Place(Grounds.Extract(title), Grounds.Sample).Where());

    [Theory]
    [InlineData("KS 2023/00214", "Verksamhetsplan 2024", "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("2023/214", null, "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("KS 2023/214", "Beslut om medel", "folkhalsa-2021/verksamhetsplan/2024")]
    [InlineData("KS 2023/214", "Uppföljning av verksamhetsplan för folkhälsoarbetet 2024", "folkhalsa-2021/uppfoljning/2024")]
    [InlineData("KS 2023/214", "Information om läget", "folkhalsa-2021")]
    [InlineData("KS 2023/214", "Verksamhetsplan 2023", MatchCodes.Contradiction)]
    [InlineData("KS 2023/214", "Verksamhetsplan krisberedskap 2024", MatchCodes.Contradiction)]
    [InlineData("SN 2023/214", "Beslut om medel", MatchCodes.NoAgreement)]
    public void A_learned_number_places_at_once_unless_the_title_says_otherwise(string number, string? title, string where)
    {
        var ground = new MatchingGround(Grounds.CrowdedRegister, [Grounds.Learned("folkhalsa-2021", "verksamhetsplan", 2024, "KS 2023/214")]);
        Assert.Equal(where, ExtractMatcher.Place(Grounds.Extract(title, number), ground).Where());
    }

    [Fact]
    public void A_number_that_is_learned_for_two_years_leaves_the_choice_to_the_year()
    {
        var ground = new MatchingGround(
            Grounds.CrowdedRegister,
            [Grounds.Learned("folkhalsa-2021", "verksamhetsplan", 2023, "KS 2022/9"), Grounds.Learned("folkhalsa-2021", "verksamhetsplan", 2024, "KS 2022/9")]);
        Assert.Equal("folkhalsa-2021/verksamhetsplan/2024", ExtractMatcher.Place(Grounds.Extract("Verksamhetsplan 2024", "KS 2022/9"), ground).Where());
        Assert.Equal(MatchCodes.NoPlanYear, ExtractMatcher.Place(Grounds.Extract("Verksamhetsplan", "KS 2022/9"), ground).Where());
    }

    [Fact]
    public void A_number_learned_for_what_the_register_no_longer_has_is_forgotten()
    {
        var ground = new MatchingGround(
            Grounds.SampleRegister,
            [Grounds.Learned("gone", null, null, "KS 2022/9"), Grounds.Learned("folkhalsa-2021", "gone", 2023, "KS 2022/9"), Grounds.Learned("folkhalsa-2021", null, null, "?")]);
        Assert.Equal(MatchCodes.NoAgreement, ExtractMatcher.Place(Grounds.Extract("Val av ersättare", "KS 2022/9"), ground).Where());
    }

    [Theory]
    [InlineData("KS 2023/214", "KS 2023/214")]
    [InlineData("KS 2020/17", null)]
    [InlineData(null, null)]
    public void A_match_by_title_teaches_a_number_that_is_new(string? number, string? taught)
    {
        var result = ExtractMatcher.Place(Grounds.Extract("Verksamhetsplan för det gemensamma folkhälsoarbetet 2024", number), Grounds.Crowded);
        Assert.Equal(taught, result.Placement!.Teaches?.Normalized);
    }

    [Fact]
    public void An_ended_period_is_still_extended()
    {
        var result = ExtractMatcher.Place(Grounds.Extract("Förlängning av handlingsplan psykisk hälsa till 2022", extendedThrough: 2022), Grounds.Sample);
        Assert.Equal("psykisk-halsa", result.Where());
    }

    [Fact]
    public void The_candidates_of_a_missing_year_are_the_years_that_there_are()
    {
        var candidates = ExtractMatcher.Place(Grounds.Extract("Verksamhetsplan folkhälsa"), Grounds.Sample).Unplaced!.Candidates;
        Assert.Equal([2024, 2023, 2022], candidates.Select(candidate => candidate.PlanYear!.Value));
        Assert.All(candidates, candidate => Assert.Equal(ObligationId.Parse("verksamhetsplan"), candidate.Obligation));
        Assert.All(candidates, candidate => Assert.NotEmpty(candidate.Why));
    }

    [Fact]
    public void A_message_says_what_happened_what_it_means_and_what_to_do() => Assert.Equal(
        "Protokollsutdraget § 1 har uppgifter som inte stämmer överens: diarienumret 2022.529 KS hör till Samverkansavtal gemensamma folkhälsoinsatser, men rubriken hör till Handlingsplan psykisk hälsa i Västra Götaland. "
        + "Därför väntar dokumentet i karantän, och inget har skickats. Läs dokumentet och välj vad det hör till, eller rätta uppgiften som är fel.",
        ExtractMatcher.Place(Grounds.Extract("Handlingsplan psykisk hälsa", "2022.529 KS"), Grounds.Sample).Unplaced!.Message);
}
