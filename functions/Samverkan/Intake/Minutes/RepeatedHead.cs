using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>The lines before the first §, which print again on later pages. A lone line of them is taken for a
/// repetition only right after a page mark: the board's name is also a recipient's.</summary>
internal sealed class RepeatedHead
{
    private const int Longest = 12;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly HashSet<string> _head = [];

    public RepeatedHead(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        for (var i = 0; i < Math.Min(lines.Count, 60) && ParagraphHead.TryParse(lines[i]) is null; i++)
        {
            Length = i + 1;
        }

        Length = Length is var length && length == Math.Min(lines.Count, 60) ? 0 : length;
        for (var i = 0; i < Math.Min(Length, Longest); i++)
        {
            _head.Add(WithoutNumbers(lines[i].Text));
        }
    }

    /// <summary>How many lines the head has; 0 where the document has none.</summary>
    public int Length { get; }

    /// <summary>How many lines from here on repeat the head; 0 where this is text.</summary>
    public int LengthAt(int index, bool afterMark)
    {
        var end = index;
        while (Length > 0 && index >= Length && end < _lines.Count && end - index < Longest
            && _head.Contains(WithoutNumbers(_lines[end].Text)))
        {
            end++;
        }

        return end - index >= 2 || afterMark ? end - index : 0;
    }

    private static string WithoutNumbers(string text)
    {
        var bare = PageMark.TryStrip(text, out var rest) ? rest : text;
        return bare.Length <= 120 ? bare : "";
    }
}
