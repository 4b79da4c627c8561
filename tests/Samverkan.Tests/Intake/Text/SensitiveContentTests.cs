using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Text;

public sealed class SensitiveContentTests
{
    // 121212-1212 and 701063-2391 are the numbers that the tax agency itself prints as examples.
    [Theory]
    [InlineData("Sökande: 19121212-1212", "19121212-****")]
    [InlineData("Sökande: 121212+1212.", "121212+****")]
    [InlineData("(121212-1212)", "121212-****")]
    [InlineData("1212121212", "121212****")]
    [InlineData("191212121212", "19121212****")]
    [InlineData("121212 1212", "121212 ****")]
    [InlineData("samordningsnummer 701063-2391", "701063-****")]
    public void A_valid_identity_number_is_found_and_masked(string line, string shown)
    {
        var finding = Assert.Single(Find(line));
        Assert.Equal((SensitiveContent.IdentityNumber, shown), (finding.Code, finding.At.Words));
    }

    [Theory]
    [InlineData("121212-1213")]
    [InlineData("991332-1212")]
    [InlineData("Organisationsnummer 212000-0142")]
    [InlineData("Dnr 2022.529 KS, 1 480 000 kronor")]
    [InlineData("1212121212121212")]
    [InlineData("OSLO")]
    public void What_is_no_identity_number_is_left_alone(string line) => Assert.Empty(Find(line));

    [Theory]
    [InlineData("SEKRETESS enligt 26 kap.")]
    [InlineData("Uppgiften är sekretessbelagd.")]
    [InlineData("enligt OSL 21:1")]
    [InlineData("Offentlighets- och sekretesslagen (2009:400)")]
    [InlineData("Uppgiften omfattas av sekre-\ntess.")]
    public void A_mark_of_secrecy_is_found(string text) =>
        Assert.Equal(SensitiveContent.Secrecy, Assert.Single(Find(text)).Code);

    [Fact]
    public void A_finding_says_where()
    {
        var finding = Assert.Single(Find("Rad ett\n\fSida två\n19121212-1212"));
        Assert.Equal((2, 3), (finding.At.Page, finding.At.Line));
    }

    private static IReadOnlyList<SensitiveFinding> Find(string text) => SensitiveContent.Find(DocumentText.FromString(text));
}
