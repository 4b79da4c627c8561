using FsCheck.Fluent;
using Samverkan.Dispatch.Letters;
using Samverkan.Tests.Deadlines;

namespace Samverkan.Tests.Dispatch.Letters;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Verksamhetsplan folkhälsa 2023", "Verksamhetsplan folkhälsa 2023")]
    [InlineData(" Plan ", "Plan")]
    [InlineData("två  blanksteg", "två blanksteg")]
    [InlineData("rad\r\nBcc: nagon@annan.example", "rad Bcc: nagon@annan.example")]
    [InlineData("fil\u202Efdp.exe", "fil fdp.exe")]
    [InlineData("osyn\u200Bligt", "osynligt")]
    public void A_text_is_one_line_of_single_spaces_and_turns_no_direction(string text, string line) => Assert.Equal(line, OneLine.Of(text));

    [Fact]
    public void A_long_text_is_cut_with_an_ellipsis() => Assert.Equal("åäö…", OneLine.Of("åäöéü", most: 3));

    // A plain text is returned as it is; with an invisible character at its end the same text goes the long way.
    [Fact]
    public void The_short_way_for_plain_texts_leads_where_the_long_one_does()
    {
        var letters = Gen.Elements(" aåÖé–”~\u007f\u00a0\t\u0001ü".ToCharArray()).ListOf().Select(list => new string([.. list]));
        Properties.Hold(letters, text => Assert.Equal(OneLine.Of(text + '\u200b'), OneLine.Of(text)));
    }
}
