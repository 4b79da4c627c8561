using NodaTime;
using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class RegisterTests
{
    private static readonly ContactId Region = ContactId.Parse("region");
    private static readonly ContactId Social = ContactId.Parse("socialnamnden");
    private static readonly ContactId Boards = ContactId.Parse("namnder");

    [Fact]
    public void Expand_contact_is_itself_and_group_its_members()
    {
        Assert.Equal([Region], Registers.Valid.Expand(Region).Select(contact => contact.Id));
        Assert.Equal([Social], Registers.Valid.Expand(Boards).Select(contact => contact.Id));
        Assert.Throws<KeyNotFoundException>(() => Registers.Valid.Expand(ContactId.Parse("okand")));
    }

    [Fact]
    public void Expand_several_gives_each_contact_once() =>
        Assert.Equal([Social, Region], Registers.Valid.Expand([Social, Boards, Region]).Select(contact => contact.Id));

    [Fact]
    public void With_extended_agreement_is_another_register_and_leaves_the_old_one()
    {
        var before = Registers.Valid;
        var agreement = before.Agreements[0];
        var after = before.With(agreement with { Period = new DateInterval(agreement.From, new LocalDate(2026, 12, 31)) });

        Assert.Equal(2026, after.FindAgreement(agreement.Id)!.To.Year);
        Assert.Equal(2024, before.FindAgreement(agreement.Id)!.To.Year);
    }

    [Fact]
    public void With_corrected_contact_finds_the_corrected_one()
    {
        var corrected = Registers.Valid.FindContact(Region)! with { Name = "Region Nya" };
        Assert.Equal("Region Nya", Registers.Valid.With(corrected).FindContact(Region)!.Name);
    }

    [Fact]
    public void Values_that_no_register_can_have_cannot_be_built()
    {
        var agreement = Registers.Valid.Agreements[0];
        Assert.Throws<ArgumentException>(() => agreement with { Responsible = [] });
        Assert.Throws<ArgumentException>(() => agreement.Obligations[0] with { Recipients = [] });
        Assert.Throws<ArgumentException>(() => agreement.Obligations[0] with { Parts = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => agreement.Obligations[0] with { ReminderDays = [-1] });
        Assert.Throws<ArgumentException>(() => agreement with { Obligations = [agreement.Obligations[0], agreement.Obligations[0]] });
        Assert.Throws<ArgumentException>(() => Registers.Valid with { Agreements = [agreement, agreement] });
    }

    [Fact]
    public void ReminderDays_are_kept_longest_first_and_once() =>
        Assert.Equal([7, 1, 0], (Registers.Valid.Agreements[0].Obligations[0] with { ReminderDays = [1, 7, 0, 7] }).ReminderDays);
}
