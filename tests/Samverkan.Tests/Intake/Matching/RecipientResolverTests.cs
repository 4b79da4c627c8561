using Samverkan.Agreements;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Intake.Matching;

public sealed class RecipientResolverTests
{
    [Theory]
    [InlineData("GR", "gr")]
    [InlineData("GR:s", "gr")]
    [InlineData("Göteborgsregionens", "gr")]
    [InlineData("Socialnämnden", "socialnamnden")]
    [InlineData("socialnämnd", "socialnamnden")]
    [InlineData("SOCIALNÄMNDENS", "socialnamnden")]
    [InlineData("Social-\u00ADnämnden", "socialnamnden")]
    [InlineData("Socialnämnden (för kännedom)", "socialnamnden")]
    [InlineData("Socialnämnden, för åtgärd", "socialnamnden")]
    [InlineData("För kännedom: Socialnämnden", "socialnamnden")]
    [InlineData("Kopia till Socialnämnden via e-post.", "socialnamnden")]
    [InlineData("Folkhälsostrateg", "folkhalsostrateg")]
    [InlineData("kommundirektör", "kommundirektor")]
    [InlineData("hälso- och sjukvårdsnämndens kansli i Göteborg", "hsn-kansli-goteborg")]
    [InlineData("Hälso och sjukvårdsnämndens kansliet i Göteborg", "hsn-kansli-goteborg")]
    [InlineData("Barn-och ungdomsnämnden", "barn-och-ungdomsnamnden")]
    [InlineData("Barn\u2013 och ungdomsnämnd", "barn-och-ungdomsnamnden")]
    [InlineData("Västra Götalandsregionen, avdelning folkhälsa", "vgr-folkhalsa")]
    [InlineData("Västra Götalandsregionen avdelningen folkhälsa", "vgr-folkhalsa")]
    public void A_printed_name_is_the_contact_that_has_it(string printed, string id)
    {
        var resolved = Resolve(printed);
        Assert.Equal((RecipientKind.Contact, id), (resolved.Kind, resolved.Id?.Value));
        Assert.Empty(resolved.NearMisses);
    }

    [Theory]
    [InlineData("Samtliga nämnder")]
    [InlineData("samtliga nämnderna")]
    [InlineData("Alla nämnder")]
    public void A_group_is_a_group(string printed)
    {
        var resolved = Resolve(printed);
        Assert.Equal((RecipientKind.Group, "samtliga-namnder"), (resolved.Kind, resolved.Id?.Value));
    }

    [Theory]
    [InlineData("akten")]
    [InlineData("Akt")]
    [InlineData("till akten")]
    [InlineData("Diariet")]
    [InlineData("diarium")]
    [InlineData("arkiv")]
    [InlineData("Arkivet.")]
    [InlineData("ärendet")]
    public void A_place_in_the_office_is_nobody(string printed)
    {
        var resolved = Resolve(printed);
        Assert.Equal((RecipientKind.Nobody, null), (resolved.Kind, resolved.Id));
    }

    [Theory]
    [InlineData("Socialnämden", "Socialnämnden")]
    [InlineData("Socialnamnden", "Socialnämnden")]
    [InlineData("Socialnämnden i Mällby", "Socialnämnden")]
    [InlineData("hälso- och sjukvårdsnämndens kansli i Borås", "Hälso- och sjukvårdsnämndens kansli i Göteborg")]
    [InlineData("Samtlig nämnder", "Samtliga nämnder")]
    public void A_near_miss_is_offered_and_not_used(string printed, string offered)
    {
        var resolved = Resolve(printed);
        Assert.Equal((RecipientKind.Unknown, null), (resolved.Kind, resolved.Id));
        Assert.Equal(offered, resolved.NearMisses[0].Name);
    }

    [Theory]
    [InlineData("Region Norrbotten")]
    [InlineData("GN")]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("Polismyndigheten")]
    [InlineData("Samhällsbyggnadsnämndens presidium och alla andra som har berörts av ärendet på något sätt")]
    public void A_stranger_is_unknown_and_nobody_is_offered(string printed)
    {
        var resolved = Resolve(printed);
        Assert.Equal(RecipientKind.Unknown, resolved.Kind);
        Assert.Empty(resolved.NearMisses);
    }

    [Fact]
    public void Two_contacts_that_the_print_cannot_tell_apart_are_both_offered_and_neither_is_used()
    {
        var register = WithContacts("Kommunstyrelsen", "Kommunstyrelse");
        var resolved = Resolve("KOMMUN-STYRELSENS", register);
        Assert.Equal(RecipientKind.Unknown, resolved.Kind);
        Assert.Equal(["Kommunstyrelsen", "Kommunstyrelse"], resolved.NearMisses.Select(near => near.Name));
        Assert.Equal("contact-0", Resolve("kommunstyrelsen", register).Id?.Value);
    }

    [Fact]
    public void A_contact_that_is_called_like_a_place_is_the_contact() =>
        Assert.Equal(RecipientKind.Contact, Resolve("arkivet", WithContacts("Arkivet")).Kind);

    [Fact]
    public void The_order_and_the_source_of_the_printed_names_are_kept()
    {
        var printed = new[] { "akten", "GR", "GR", "?" }.Select(Grounds.Read).ToArray();
        var resolved = RecipientResolver.Resolve(printed, Grounds.SampleRegister);
        Assert.Equal(printed, resolved.Select(recipient => recipient.Printed));
    }

    [Fact]
    public void Whom_the_agreement_demands_and_the_extract_omits_is_flagged()
    {
        ContactId[] demanded = [ContactId.Parse("vgr-folkhalsa"), ContactId.Parse("samtliga-namnder"), ContactId.Parse("gr"), ContactId.Parse("gone")];
        var resolved = RecipientResolver.Resolve(
            [.. new[] { "GR", "Vård- och omsorgsnämnden", "Avdelningen för folkhälsa" }.Select(Grounds.Read)], Grounds.SampleRegister);
        Assert.Equal(
            ["vgr-folkhalsa", "socialnamnden", "barn-och-ungdomsnamnden", "kultur-och-utbildningsnamnden", "samhallsbyggnadsnamnden", "miljoskyddsnamnden"],
            RecipientResolver.DemandedButOmitted(demanded, resolved, Grounds.SampleRegister).Select(contact => contact.Id.Value));
    }

    [Fact]
    public void The_extract_193_omits_the_region()
    {
        var resolved = RecipientResolver.Resolve(
            [Grounds.Read("Samtliga nämnder"), Grounds.Read("hälso- och sjukvårdsnämndens kansli i Göteborg")], Grounds.SampleRegister);
        var omitted = RecipientResolver.DemandedButOmitted([ContactId.Parse("vgr-folkhalsa")], resolved, Grounds.SampleRegister);
        Assert.Equal("vgr-folkhalsa", Assert.Single(omitted).Id.Value);
    }

    private static ResolvedRecipient Resolve(string printed, Register? register = null) =>
        Assert.Single(RecipientResolver.Resolve([Grounds.Read(printed)], register ?? Grounds.SampleRegister));

    private static Register WithContacts(params string[] names) => Registers.Valid with
    {
        Contacts = [.. names.Select((name, i) => Registers.Valid.Contacts[0] with { Id = ContactId.Parse($"contact-{i}"), Name = name, Aliases = [] })],
        Groups = [],
    };

    [Fact]
    public void Names_with_a_comma_between_are_told_apart_where_the_register_knows_every_one()
    {
        var resolved = RecipientResolver.Resolve(
            [Grounds.Read("Samtliga nämnder, avdelning folkhälsa i Västra Götalandsregionen"), Grounds.Read("Socialnämnden, Avdelning X")],
            Grounds.SampleRegister);

        Assert.Equal(["samtliga-namnder", "vgr-folkhalsa", null], resolved.Select(r => r.Id?.Value));
        Assert.Equal("Socialnämnden, Avdelning X", resolved[^1].Printed.Value);
    }
}
