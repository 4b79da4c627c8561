using System.Text;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class ReadingInvarianceTests
{
    [Theory]
    [InlineData(" ", "  ")]
    [InlineData(" ", "\u00A0")]
    [InlineData(" ", "\t ")]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", "\r")]
    [InlineData("\n", "  \n")]
    [InlineData("\n", "\n ")]
    public void White_space_and_line_ends_do_not_change_what_is_read(string was, string becomes) =>
        Unchanged(text => text.Replace(was, becomes, StringComparison.Ordinal));

    [Theory]
    [InlineData(28)]
    [InlineData(47)]
    [InlineData(63)]
    [InlineData(110)]
    [InlineData(100_000)]
    public void Running_text_wrapped_elsewhere_does_not_change_what_is_read(int width) =>
        Unchanged(text => Rewrap(text, width));

    private static void Unchanged(Func<string, string> change)
    {
        foreach (var path in Corpus.Files().Where(path => path.EndsWith(".txt", StringComparison.Ordinal)))
        {
            var text = string.Join('\n', Lines(path)).Replace("\n\f", "\f", StringComparison.Ordinal);
            Assert.Equal(Read(text), Read(change(text)));
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var encoding = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode : bytes.AsSpan().IndexOf("\xC3"u8[..1]) >= 0
            ? Encoding.UTF8 : Encoding.Latin1;
        return encoding.GetString(bytes).TrimStart('\uFEFF').Split(["\r\n", "\n"], StringSplitOptions.None);
    }

    private static string Read(string text) =>
        string.Join('\n', MinutesJson.Write("x", MinutesReader.Read(DocumentText.FromString(text))));

    private static string Rewrap(string text, int width) =>
        string.Join("\n\n", text.Split("\n\n").Select(paragraph => IsRunningText(paragraph)
            ? Wrapped(paragraph.Replace('\n', ' ').Split(' '), width) : paragraph));

    /// <summary>Full lines that end as a sentence does, with no divided word, no list and no § line.</summary>
    private static bool IsRunningText(string paragraph)
    {
        var lines = paragraph.Split('\n');
        return paragraph.Length > 100 && paragraph[^1] is '.' or ':'
            && lines.SkipLast(1).All(line => line.Length * 2 > lines.Max(other => other.Length) && line[^1] is not '-')
            && !paragraph.Contains('\f', StringComparison.Ordinal)
            && !lines.Any(line => line[0] is '•' or '-' or '§' || line.StartsWith("att ", StringComparison.Ordinal)
            || (line.Length > 1 && line[1] is '.' or ')'));
    }

    private static string Wrapped(string[] words, int width)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var word in words)
        {
            var breaks = column > 0 && column + word.Length > width;
            text.Append(column == 0 ? "" : breaks ? "\n" : " ").Append(word);
            column = breaks ? word.Length : column + word.Length + 1;
        }

        return text.ToString();
    }
}
