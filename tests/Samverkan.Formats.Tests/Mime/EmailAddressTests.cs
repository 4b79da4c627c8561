using FsCheck.Fluent;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("folkhalsa@region.example", "folkhalsa@region.example")]
    [InlineData(" First.Last+tag@Region.Example ", "First.Last+tag@region.example")]
    [InlineData("info@alingsås.example", "info@xn--alingss-jxa.example")]
    [InlineData("root@localhost", "root@localhost")]
    public void TryParse_address_gives_ascii(string text, string expected)
    {
        Assert.True(EmailAddress.TryParse(text, out var address, out var fault), fault.ToString());
        Assert.Equal(expected, address.ToString());
        Assert.Equal(EmailAddressFault.None, fault);
    }

    [Theory]
    [InlineData(null, EmailAddressFault.Empty)]
    [InlineData("  ", EmailAddressFault.Empty)]
    [InlineData("folkhalsa", EmailAddressFault.NoAtSign)]
    [InlineData("@region.example", EmailAddressFault.NoAtSign)]
    [InlineData("folkhalsa@", EmailAddressFault.NoAtSign)]
    [InlineData("folkhälsa@region.example", EmailAddressFault.NeedsSmtpUtf8)]
    [InlineData("\"a b\"@region.example", EmailAddressFault.InvalidLocalPart)]
    [InlineData("a..b@region.example", EmailAddressFault.InvalidLocalPart)]
    [InlineData("a>\r\nRCPT TO:<b@region.example", EmailAddressFault.InvalidLocalPart)]
    [InlineData("a@region.example>\r\nRCPT TO:<b", EmailAddressFault.InvalidDomain)]
    [InlineData("a@region..example", EmailAddressFault.InvalidDomain)]
    [InlineData("a@-region.example", EmailAddressFault.InvalidDomain)]
    [InlineData("a@[192.0.2.1]", EmailAddressFault.InvalidDomain)]
    [InlineData("a@region.example SIZE=1", EmailAddressFault.InvalidDomain)]
    public void TryParse_other_text_names_the_fault(string? text, EmailAddressFault expected)
    {
        Assert.False(EmailAddress.TryParse(text, out var address, out var fault));
        Assert.Null(address);
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryParse_long_parts_are_too_long()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@region.example", out _, out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@region.example", out _, out var local));
        Assert.False(EmailAddress.TryParse("abcdefghij@" + string.Concat(Enumerable.Repeat("abcdefghi.", 24)) + "example", out _, out var whole));
        Assert.False(EmailAddress.TryParse("a@" + new string('ö', 1_000_000), out _, out var huge));
        Assert.Equal([EmailAddressFault.TooLong, EmailAddressFault.TooLong, EmailAddressFault.TooLong], [local, whole, huge]);
    }

    [Fact]
    public void TryParse_any_text_gives_what_can_stand_in_a_command() => Properties.Check(Prop.ForAll(Properties.Texts, text =>
        (!EmailAddress.TryParse(text + "@" + text, out var address, out _)
            || address.ToString().All(c => c is > ' ' and <= '~' and not ('<' or '>')))
        && (!EmailAddress.TryParse("a@" + text, out var other, out _) || EmailAddress.Parse(other.ToString()) == other)));

    [Fact]
    public void Parse_other_text_throws_without_showing_it()
    {
        var error = Assert.Throws<FormatException>(() => EmailAddress.Parse("hemlig person@"));
        Assert.DoesNotContain("hemlig", error.Message, StringComparison.Ordinal);
    }
}
