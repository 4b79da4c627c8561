using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class PlanReaderTests
{
    [Theory]
    [InlineData("Antagen av kommunstyrelsen 2022-12-12, § 193", "Kommunstyrelsen", "2022-12-12", "193")]
    [InlineData("Fastställd av socialnämnden den 3 maj 2024 § 12.", "Socialnämnden", "2024-05-03", "12")]
    [InlineData("Fastställd: 2022-12-12 av kommunstyrelsen", "Kommunstyrelsen", "2022-12-12", null)]
    [InlineData("Planen är antagen av kommunstyrelsens arbetsutskott 2022-12-12", "Kommunstyrelsens arbetsutskott", "2022-12-12", null)]
    [InlineData("Fastställd 2022-12-12", null, "2022-12-12", null)]
    public void A_note_of_adoption_is_read(string note, string? body, string date, string? paragraph)
    {
        var plan = Read($"Verksamhetsplan folkhälsa\n2023\n\n{note}\n\nPlanen beskriver arbetet.");

        var adoption = plan.Adoption!.Value;
        Assert.Equal((body, date, paragraph),
            (adoption.Body, NodaTime.Text.LocalDatePattern.Iso.Format(adoption.Date!.Value), adoption.Paragraph));
    }

    [Theory]
    [InlineData("Planen ska antas av kommunstyrelsen 2022-12-12.")]
    [InlineData("Folkhälsopolicyn, antagen av kommunfullmäktige 2019-05-05, § 44, styr arbetet.")]
    [InlineData("Ej antagen av kommunstyrelsen 2022-12-12")]
    [InlineData("Antagen strategi")]
    public void What_is_not_adopted_has_no_note(string sentence) =>
        Assert.Null(Read($"Verksamhetsplan folkhälsa 2023\n\n{sentence}").Adoption);

    [Fact]
    public void Title_year_number_and_part_are_read()
    {
        var plan = Read("Dnr KS 2022/00529\n\nVerksamhetsplan och budget för\nfolkhälsoarbetet 2023\n\nInledning\nPlanen beskriver arbetet.");

        Assert.Equal("Verksamhetsplan och budget för folkhälsoarbetet 2023", plan.Title!.Value);
        Assert.Equal(2023, plan.PlanYear!.Value);
        Assert.Equal("KS 2022/529", plan.DiaryNumber!.Value.Normalized);
        Assert.Equal(("plan", Basis.Inferred), (plan.Part!.Value, plan.Part.Basis));
    }

    [Fact]
    public void A_span_of_years_is_no_plan_year() =>
        Assert.Null(Read("Handlingsplan suicidprevention 2024–2027\n\nPlanår: 2025").PlanYear);

    private static PlanReading Read(string text) => PlanReader.Read(DocumentText.FromString(text));
}
