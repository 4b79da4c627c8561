using System.Text;
using FsCheck.Fluent;
using Samverkan.Formats.Calendar;

namespace Samverkan.Formats.Tests.Calendar;

public sealed class CalendarTextTests
{
    [Fact]
    public void No_line_has_more_than_75_octets_or_half_a_character() =>
        Properties.Check(Prop.ForAll(Properties.Texts, text =>
        {
            var bytes = new CalendarText().Text("SUMMARY", text).ToUtf8();
            var whole = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.EndsWith("\r\n", whole, StringComparison.Ordinal);
            Assert.All(whole[..^2].Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        }));

    [Fact]
    public void Every_text_stays_in_its_property_and_comes_back() =>
        Properties.Check(Prop.ForAll(Properties.Texts, text =>
        {
            var written = Encoding.UTF8.GetString(new CalendarText().Text("SUMMARY", text).ToUtf8());
            var unfolded = written.Replace("\r\n ", "", StringComparison.Ordinal);
            Assert.Equal(unfolded.Length - 2, unfolded.IndexOfAny(['\r', '\n']));
            Assert.StartsWith("SUMMARY:", unfolded, StringComparison.Ordinal);
            Assert.Equal(Readable(text), Unescape(unfolded["SUMMARY:".Length..^2]));
        }));

    [Theory]
    [InlineData("a;b,c\\d", "X:a\\;b\\,c\\\\d\r\n")]
    [InlineData("ett\r\nBEGIN:VEVENT\ntvå\rtre", "X:ett\\nBEGIN:VEVENT\\ntvå\\ntre\r\n")]
    [InlineData("a\u0000\u0085\u2028b\tc", "X:ab\tc\r\n")]
    [InlineData("\\n", "X:\\\\n\r\n")]
    public void Text_is_escaped(string text, string line) =>
        Assert.Equal(line, Encoding.UTF8.GetString(new CalendarText().Text("X", text).ToUtf8()));

    [Fact]
    public void Raw_with_a_line_end_does_not_begin_another_line() =>
        Assert.Equal("X:1BEGIN:VEVENT\r\n", Encoding.UTF8.GetString(new CalendarText().Raw("X", "1\r\nBEGIN:VEVENT").ToUtf8()));

    [Fact]
    public void A_line_is_folded_at_75_octets_exactly()
    {
        var text = Encoding.UTF8.GetString(new CalendarText().Raw("X", new string('a', 73) + "ö" + new string('b', 71) + "😀").ToUtf8());

        Assert.Equal($"X:{new string('a', 73)}\r\n ö{new string('b', 71)}\r\n 😀\r\n", text);
    }

    // What cannot be in an iCalendar text: control characters, half characters, and ways to end a line but one.
    private static string Readable(string text) => string.Concat(text
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        .EnumerateRunes()
        .Where(rune => rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029 or 0xFEFF)))
        .Select(rune => rune.ToString()));

    private static string Unescape(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') result.Append(text[i]);
            else result.Append(text[++i] == 'n' ? '\n' : text[i]);
        }

        return result.ToString();
    }
}
