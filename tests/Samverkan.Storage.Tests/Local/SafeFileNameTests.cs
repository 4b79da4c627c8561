using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Verksamhetsplan 2023 (utkast) åäö.pdf", "Verksamhetsplan 2023 (utkast) åäö.pdf")]
    [InlineData("../../x", "_.._x")]
    [InlineData("..\\..\\x", "_.._x")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData("C:\\a\\b.pdf", "C__a_b.pdf")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("con", "_con")]
    [InlineData("LPT¹.a.b", "_LPT¹.a.b")]
    [InlineData("aux .txt", "_aux .txt")]
    [InlineData("CONTO.txt", "CONTO.txt")]
    [InlineData("a.pdf. . ", "a.pdf")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("a\r\nb\t\0.pdf", "a__b__.pdf")]
    [InlineData("\u202efdp.exe", "_fdp.exe")]
    [InlineData("", "fil")]
    [InlineData("...", "fil")]
    public void Of_keeps_what_every_system_can_hold(string name, string expected) => Assert.Equal(expected, SafeFileName.Of(name));

    [Fact]
    public void Of_a_long_name_keeps_the_extension()
    {
        Assert.Equal(new string('x', 116) + ".pdf", SafeFileName.Of(new string('x', 300) + ".pdf"));
        Assert.Equal(new string('x', 120), SafeFileName.Of("x" + new string('x', 300) + "." + new string('y', 17))[..120]);
        Assert.EndsWith(".pdf", SafeFileName.Of(string.Concat(Enumerable.Repeat("𝒳", 200)) + ".pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_any_text_is_a_name_that_stays_in_its_folder()
    {
        Check.One(Config.QuickThrowOnFailure.WithReplay(2021, 61).WithMaxTest(2000), Prop.ForAll<string?>(text =>
        {
            var name = SafeFileName.Of(text ?? "");
            Assert.InRange(name.Length, 1, 121);
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 240);
            Assert.Equal(name, Path.GetFileName(name));
            Assert.DoesNotContain(name, char.IsControl);
            Assert.Equal(-1, name.IndexOfAny([.. "<>:\"/\\|?*"]));
            Assert.Equal(name.Trim(' ', '.'), name);
            Assert.Equal(name, SafeFileName.Of(name));
        }));
    }
}
