using System.Text;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Text;

public sealed class PlainTextReaderTests
{
    private const string Swedish = "Hälso- och sjukvårdsnämnden – § 12";

    public static TheoryData<string, byte[]> Encoded()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Swedish) },
            { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Swedish)] },
            { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Swedish)] },
            { "UTF-16 big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Swedish)] },
            { "Windows-1252", windows.GetBytes(Swedish) },
            { "decomposed letters", Encoding.UTF8.GetBytes(Swedish.Normalize(NormalizationForm.FormD)) },
        };
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Read_every_encoding_gives_the_same_text(string encoding, byte[] bytes)
    {
        Assert.NotEmpty(encoding);
        Assert.Equal(Swedish, Assert.Single(Lines(bytes)).Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_line_ends_of_any_system_give_the_same_lines(string end)
    {
        var lines = Lines(Encoding.UTF8.GetBytes(string.Join(end, "§ 1", "", "Titel", "rad två", "")));

        Assert.Equal([("§ 1", 1, true), ("Titel", 3, true), ("rad två", 4, false)],
            lines.Select(line => (line.Text, line.Line, line.StartsParagraph)));
    }

    [Fact]
    public void Read_a_form_feed_turns_the_page() =>
        Assert.Equal([1, 2], Lines("ett\ftvå"u8.ToArray()).Select(line => line.Page));

    [Fact]
    public void Read_white_space_and_invisible_characters_are_folded() =>
        Assert.Equal("1 480 000 kr",
            Assert.Single(Lines(Encoding.UTF8.GetBytes("\u00A0 1\u00A0480\u202F000 \t k\u00ADr\u200B "))).Text);

    [Fact]
    public void Read_a_character_cut_by_the_end_of_a_piece_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("åäö§–", 40_000));
        Assert.Equal(text, string.Concat(Lines(Encoding.UTF8.GetBytes("a" + text)).Select(line => line.Text))[1..]);
    }

    private static IReadOnlyList<TextLine> Lines(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return new PlainTextReader().Read(stream, ReadingLimits.Default, CancellationToken.None).Text!.Lines;
    }
}
