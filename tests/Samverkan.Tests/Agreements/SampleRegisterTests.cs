using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Agreements;

public sealed class SampleRegisterTests
{
    private static readonly Register Register = Sample();

    [Theory]
    [InlineData("GR", "gr")]
    [InlineData("Socialnämnden", "socialnamnden")]
    [InlineData("Samtliga nämnder", "samtliga-namnder")]
    [InlineData("hälso- och sjukvårdsnämndens kansli i Göteborg", "hsn-kansli-goteborg")]
    [InlineData("avdelning folkhälsa inom Västra Götalandsregionen", "vgr-folkhalsa")]
    public void Everybody_whom_the_story_names_is_in_it(string printed, string id)
    {
        var named = Register.Contacts.Select(contact => (contact.Id, Names: contact.Aliases.Prepend(contact.Name)))
            .Concat(Register.Groups.Select(group => (group.Id, Names: group.Aliases.Prepend(group.Name))))
            .Where(known => known.Names.Any(name => NameFold.Fold(name) == NameFold.Fold(printed)));
        Assert.Equal(id, Assert.Single(named).Id.Value);
    }

    [Fact]
    public void Its_due_dates_are_1_December_2021_2022_and_2023_and_no_others()
    {
        var due = Occurrences.For(Register, LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        Assert.Equal([2021, 2022, 2023], due.Select(occurrence => occurrence.Due.Year));
        Assert.All(due, occurrence => Assert.Equal((12, 1, false), (occurrence.Due.Month, occurrence.Due.Day, occurrence.IsHistory)));
    }

    [Fact]
    public void Its_action_plan_ends_before_the_extension_and_asks_three_bodies()
    {
        var plan = Register.FindAgreement(AgreementId.Parse("psykisk-halsa"))!;
        Assert.Equal((AgreementKind.ActionPlan, new LocalDate(2020, 12, 31)), (plan.Kind, plan.To));
        Assert.Equal(["2021.111 KS"], plan.DiaryNumbers);
        Assert.Equal(["Västkoms styrelse", "Göteborgsregionens förbundsstyrelse", "Kommunstyrelsen"], plan.Endorsers);
    }

    [Fact]
    public void Every_address_in_it_is_in_a_domain_that_nobody_has() =>
        Assert.All(Register.Contacts, contact => Assert.EndsWith(".example", contact.Channel.Address, StringComparison.Ordinal));

    private static Register Sample()
    {
        var reading = RegisterReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "register.json")));
        Assert.Empty(reading.Errors);
        return reading.Register!;
    }
}
