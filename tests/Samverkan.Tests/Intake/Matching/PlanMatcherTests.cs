using System.Text;
using NodaTime;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;

namespace Samverkan.Tests.Intake.Matching;

public sealed class PlanMatcherTests
{
    private static readonly LocalDate Today = new(2022, 12, 20);

    [Theory]
    [InlineData("Verksamhetsplan folkhälsa 2023 utkast.pdf")]
    [InlineData("verksamhetsplan-2023.docx")]
    [InlineData("VERKSAMHETSPLAN_2023_v2.DOCX")]
    [InlineData("Verksamhetsplan2023.docx")]
    [InlineData("2023verksamhetsplan.docx")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/plan.pdf")]
    [InlineData("folkhalsa-2021\\verksamhetsplan\\2023\\dokument.pdf")]
    [InlineData("folkhalsa-2021/2023/plan.pdf")]
    [InlineData("folkhalsa-2021/skannat dokument 2023.pdf")]
    [InlineData("folkhalsa-2021-verksamhetsplan-2023.pdf")]
    [InlineData("Folkhälsa och social hållbarhet/Verksamhetsplan 2023.docx")]
    [InlineData("Verksamhetsplan folkhalsa och social hallbarhet 2023.pdf")]
    [InlineData("2022-10-27 Verksamhetsplan folkhälsa 2023.pdf")]
    [InlineData("2022-10-27/Verksamhetsplan folkhälsa 2023 (2022-11-01).pdf")]
    [InlineData("Verksamhetsplan 2023 folkhälsa antagen 2022.pdf")]
    [InlineData("KS 2022-529 verksamhetsplan folkhälsa 2023.pdf")]
    [InlineData("../../verksamhetsplan/2023/plan.pdf")]
    [InlineData("Samverkansavtal 2021–2024/Verksamhetsplan folkhälsa 2023.pdf")]
    public void A_name_that_says_so_places_a_plan(string path)
    {
        Assert.Equal("folkhalsa-2021/verksamhetsplan/2023", Place(path).Where());
        Assert.Equal("folkhalsa-2021/verksamhetsplan/2023", Place(path.Normalize(NormalizationForm.FormD)).Where());
    }

    [Theory]
    [InlineData("Verksamhetsplan folkhälsa.pdf", MatchCodes.NoPlanYear)]
    [InlineData("folkhalsa-2021/verksamhetsplan/plan.pdf", MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan folkhälsa 2021–2024.pdf", MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan folkhälsa 2022-10-27.pdf", MatchCodes.NoPlanYear)]
    [InlineData("Verksamhetsplan folkhälsa 20221027.pdf", MatchCodes.NoPlanYear)]
    [InlineData("verksamhetsplan-krisberedskap-2023.docx", MatchCodes.NoAgreement)]
    [InlineData("verksamhetsplan/Verksamhetsplan krisberedskap 2023.docx", MatchCodes.NoAgreement)]
    [InlineData("plan 2023.pdf", MatchCodes.NoAgreement)]
    [InlineData("2023.pdf", MatchCodes.NoAgreement)]
    [InlineData("", MatchCodes.NoAgreement)]
    [InlineData("folkhalsa-2021/verksamhetsplan/2022/Verksamhetsplan 2023.pdf", MatchCodes.Contradiction)]
    [InlineData("folkhalsa-2021/Bilaga verksamhetsplan 2023.pdf", MatchCodes.NoObligation)]
    [InlineData("Handlingsplan psykisk hälsa 2019.pdf", MatchCodes.NoObligation)]
    [InlineData("folkhalsa-2021/verksamhetsplan/2025/plan.pdf", MatchCodes.NoOccurrence)]
    [InlineData("folkhalsa-2021/verksamhetsplan/2021/plan.pdf", MatchCodes.NoOccurrence)]
    [InlineData("psykisk-halsa/folkhalsa-2021/verksamhetsplan/2023/plan.pdf", MatchCodes.Contradiction)]
    public void A_name_that_does_not_waits_for_a_person(string path, string code)
    {
        var result = Place(path);
        Assert.Equal(code, result.Where());
        Assert.StartsWith("Filen ", result.Unplaced!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Verksamhetsplan och budget folkhälsa och social hållbarhet 2023", null, "skannat.pdf", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan 2023", "2022.529 KS", "skannat.pdf", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan folkhälsa", null, "skannat 2023.pdf", "folkhalsa-2021/verksamhetsplan/2023")]
    [InlineData("Verksamhetsplan folkhälsa 2023", null, "Verksamhetsplan folkhälsa 2024.pdf", MatchCodes.Contradiction)]
    [InlineData("Verksamhetsplan för barnomsorgen 2023", null, "skannat.pdf", MatchCodes.NoAgreement)]
    [InlineData("Handlingsplan psykisk hälsa i Västra Götaland", null, "folkhalsa-2021/2023/x.pdf", MatchCodes.Contradiction)]
    public void A_text_places_a_plan_too(string title, string? number, string path, string where) =>
        Assert.Equal(where, PlanMatcher.Place(Grounds.Plan(title, number), path, Grounds.Sample, Today).Where());

    [Theory]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/budget.xlsx", "budget")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/plan.pdf", "plan")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/Verksamhetsplan.pdf", "plan")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/detaljbudgeten.xlsx", "budget")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/budget/kalkyl.xlsx", "budget")]
    [InlineData("Budget verksamhetsplan folkhälsoarbetet 2023.xlsx", "budget")]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/kalkyl.xlsx", null)]
    [InlineData("folkhalsa-2021/verksamhetsplan/2023/plan och budget.pdf", null)]
    [InlineData("Verksamhetsplan med budget folkhälsoarbetet 2023.pdf", null)]
    public void The_name_says_which_part_a_file_is(string path, string? part)
    {
        var result = PlanMatcher.Place(null, path, Grounds.Crowded, Today);
        Assert.Equal(part is null ? MatchCodes.NoPart : "folkhalsa-2021/verksamhetsplan/2023", result.Where());
        Assert.Equal(part, result.Placement?.Part);
    }

    [Fact]
    public void The_text_says_which_part_a_file_is_where_the_name_does_not() => Assert.Equal(
        "plan",
        PlanMatcher.Place(
            Grounds.Plan("Verksamhetsplan och budget för folkhälsoarbetet 2023", part: "plan"), "skannat.pdf", Grounds.Crowded, Today).Placement?.Part);

    [Fact]
    public void An_obligation_of_one_part_takes_the_file_as_that_part() =>
        Assert.Equal("plan", Place("folkhalsa-2021/verksamhetsplan/2023/budget.xlsx").Placement?.Part);

    [Theory]
    [InlineData("Verksamhetsplan folkhälsa 2023 fastställd.pdf", true)]
    [InlineData("Verksamhetsplan folkhälsa 2023 FASTSTALLD.pdf", true)]
    [InlineData("fastställda/Verksamhetsplan folkhälsa 2023.pdf", true)]
    [InlineData("antagna/2023/verksamhetsplan.pdf", true)]
    [InlineData("Verksamhetsplan_folkhälsa_2023_antagen.pdf", true)]
    [InlineData("Verksamhetsplan folkhälsa 2023 ej antagen.pdf", false)]
    [InlineData("Verksamhetsplan folkhälsa 2023, ännu inte antagen.pdf", false)]
    [InlineData("Verksamhetsplan folkhälsa 2023 utkast.pdf", false)]
    [InlineData("Förslag till fastställd verksamhetsplan folkhälsa 2023.pdf", false)]
    [InlineData("Utkast/Verksamhetsplan folkhälsa 2023 antagen.pdf", false)]
    [InlineData("Verksamhetsplan folkhälsa 2023 inför antagande.pdf", false)]
    [InlineData("Verksamhetsplan folkhälsa 2023.pdf", false)]
    public void The_name_says_whether_a_plan_is_adopted(string path, bool adopted)
    {
        var result = Place(path.Normalize(NormalizationForm.FormD));
        Assert.Equal("folkhalsa-2021/verksamhetsplan/2023", result.Where());
        Assert.Equal(adopted, result.Placement!.Adopted is not null);
    }

    [Theory]
    [InlineData("2022-12-12", true)]
    [InlineData("2022-12-20", true)]
    [InlineData("2022-12-21", false)]
    [InlineData(null, true)]
    public void The_text_says_whether_a_plan_is_adopted_and_not_in_advance(string? date, bool adopted)
    {
        LocalDate? on = date is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var text = Grounds.Plan("Verksamhetsplan folkhälsa 2023", "KS 2022/600", new PlanAdoption("Kommunstyrelsen", on, "193"));
        var decision = PlanMatcher.Place(text, "plan.pdf", Grounds.Sample, Today).Placement!.Adopted;
        Assert.Equal(adopted, decision is not null);
        if (decision is null) return;
        Assert.Equal(("193", "KS 2022/600", "Kommunstyrelsen", on), (decision.Paragraph, decision.DiaryNumber, decision.Body, decision.DecidedOn));
    }

    [Fact]
    public void A_message_says_why_there_is_nothing_to_deliver_for_a_year_of_the_period() => Assert.Equal(
        "Filen \"plan\" gäller \"Verksamhetsplan med budget\" i Samverkansavtal gemensamma folkhälsoinsatser, men för 2021 finns inget att lämna. "
        + "För 2021 skulle det ha lämnats senast den 1 december 2020, innan avtalet började gälla den 1 januari 2021. "
        + "Därför väntar dokumentet i karantän, och inget har skickats. Välj ett annat planår om året är fel, eller ändra avtalets period i registret.",
        Place("folkhalsa-2021/verksamhetsplan/2021/plan.pdf").Unplaced!.Message);

    private static PlacementResult Place(string path) => PlanMatcher.Place(null, path, Grounds.Sample, Today);
}
