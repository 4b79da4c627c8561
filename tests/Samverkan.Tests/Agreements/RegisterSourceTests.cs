using System.Text;
using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class RegisterSourceTests
{
    [Theory]
    [InlineData("", "json.empty", "tom")]
    [InlineData(" \r\n\t", "json.empty", "tom")]
    [InlineData("{ \"a\": }", "json.syntax", "Rad 1, tecken 8: tecknet }")]
    [InlineData("{ \"a\":\n  \"åäö\" \"b\" }", "json.syntax", "Rad 2, tecken 9: tecknet \"")]
    [InlineData("{ \"a\": 1", "json.syntax", "filen slutar")]
    [InlineData("{ \"a\": 1, // om a\n }", "json.comment", "Rad 1, tecken 11")]
    [InlineData("{ \"a\": [1, 2, ] }", "json.trailing-comma", "Rad 1, tecken 15")]
    [InlineData("{ \"a\": 1,\n}", "json.trailing-comma", "Rad 2, tecken 1")]
    [InlineData("{} {}", "json.syntax", "Rad 1")]
    [InlineData("[]", "value.type", "ett objekt")]
    [InlineData("null", "value.type", "ett objekt")]
    public void Text_that_is_no_register_gives_one_error_that_says_where(string text, string code, string says)
    {
        var error = Assert.Single(Registers.Read(text).Errors);
        Assert.Equal(("$", code), (error.Path, error.Code));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_before_utf8_is_ignored() =>
        Assert.True(RegisterReader.Read(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(Registers.Json)).ToArray()).IsValid);

    [Fact]
    public void Utf16_is_named_as_such() => Refused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Registers.Json)).ToArray(), "json.encoding", "UTF-16");

    [Fact]
    public void Latin1_is_refused_as_not_utf8() => Refused(Encoding.Latin1.GetBytes(Registers.Json), "json.encoding", "UTF-8");

    [Fact]
    public void More_than_ten_megabytes_are_refused_unread() => Refused(new byte[(10 * 1024 * 1024) + 1], "json.too-large", "10 MB");

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Deep_nesting_is_refused_as_such(char open, char close)
    {
        var inner = open == '[' ? "[" : "{\"a\":";
        var json = string.Concat(Enumerable.Repeat(inner, 5000)) + "1" + new string(close, 5000);
        Refused(Encoding.UTF8.GetBytes(json), "json.too-deep", "32 nivåer");
    }

    private static void Refused(byte[] bytes, string code, string says)
    {
        var error = Assert.Single(RegisterReader.Read(bytes).Errors);
        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
