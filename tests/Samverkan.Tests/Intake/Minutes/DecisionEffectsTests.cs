using Samverkan.Intake.Minutes;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class DecisionEffectsTests
{
    [Theory]
    [InlineData("Verksamhetsplan och budget folkhälsa och social hållbarhet 2023 godkänns.")]
    [InlineData("Kommunfullmäktige godkänner överenskommelsen om samverkan kring barn och unga 2027-2029.")]
    [InlineData("att anta verksamhetsplan 2024 för det gemensamma folkhälsoarbetet, samt")]
    [InlineData("Kommunstyrelsen beslutar att fastställa planen och uppdra åt förvaltningen att sända den till regionen.")]
    [InlineData("Förslaget till verksamhetsplan antas.")]
    [InlineData("att godkänna verksamhetsplanen med uppföljning 2024")]
    public void Adopts_what_is_adopted(string decision) => Assert.True(DecisionEffects.Adopts(decision));

    [Theory]
    [InlineData("Förslaget avslås.")]
    [InlineData("att återremittera ärendet")]
    [InlineData("Ärendet bordläggs.")]
    [InlineData("att uppdra åt socialnämnden att anta en plan")]
    [InlineData("att föreslå kommunfullmäktige att anta verksamhetsplanen")]
    [InlineData("Verksamhetsplanen godkänns inte.")]
    [InlineData("att inte godkänna verksamhetsplanen")]
    [InlineData("att godkänna uppföljningen av verksamhetsplan 2022")]
    [InlineData("Redovisningen godkänns.")]
    [InlineData("Socialnämnden får i uppdrag att anta en lokal plan.")]
    [InlineData("att ställa sig bakom handlingsplanen")]
    [InlineData("Kommunstyrelsen antar yttrandet som sitt eget.")]
    public void Adopts_nothing_else(string decision) => Assert.False(DecisionEffects.Adopts(decision));

    [Theory]
    [InlineData("Kommunstyrelsen ställer sig bakom förslaget till förlängning.", true)]
    [InlineData("att ställa sig bakom handlingsplan för suicidprevention 2024–2027, och", true)]
    [InlineData("att inte ställa sig bakom handlingsplanen", false)]
    [InlineData("Kommunstyrelsen ställer sig positiv till förlängning.", false)]
    [InlineData("att rekommendera kommunerna att ställa sig bakom handlingsplanen", false)]
    public void Endorses_only_what_stands_behind(string decision, bool endorses) =>
        Assert.Equal(endorses, DecisionEffects.Endorses(decision));
}
