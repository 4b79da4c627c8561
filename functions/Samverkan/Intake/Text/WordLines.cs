using System.Text;

namespace Samverkan.Intake.Text;

/// <summary>Collects the paragraphs of a Word document as lines.</summary>
internal sealed class WordLines(int maxLines)
{
    private readonly List<TextLine> _lines = [];
    private readonly List<bool> _afterBlank = [];
    private int _page = 1;
    private int _pagesAfter;
    private int _number;
    private bool _goesOn;
    private bool _blank = true;

    /// <summary>Whether there were more lines than allowed; what follows is dropped.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Notes a page end that Word saved when it last laid the document out; within a paragraph the next one is
    /// on the new page.</summary>
    public void TurnPage(bool withinParagraph)
    {
        _page += withinParagraph ? 0 : 1;
        _pagesAfter += withinParagraph ? 1 : 0;
    }

    /// <summary>Adds a paragraph; a line feed in it is a line break, a form feed a page break.</summary>
    public void Add(StringBuilder paragraph, LineKind kind)
    {
        _number++;
        var text = paragraph.ToString();
        var starts = true;
        foreach (var range in text.AsSpan().SplitAny("\n\f"))
        {
            _page += range.Start.Value > 0 && text[range.Start.Value - 1] == '\f' ? 1 : 0;
            starts &= !AddLine(WhiteSpace.Fold(text.AsSpan()[range]), kind, starts);
        }

        _blank |= starts;
        _page += _pagesAfter;
        _pagesAfter = 0;
    }

    /// <summary>The lines. A document made of a text file has a paragraph for every line and blank ones between
    /// paragraphs; there only the blank ones tell where a paragraph starts.</summary>
    public IReadOnlyList<TextLine> Complete()
    {
        var typed = _goesOn && _afterBlank.Count(blank => blank) > 2;
        return typed ? [.. _lines.Select((line, i) =>
            line with { StartsParagraph = _afterBlank[i] || line.Kind != LineKind.Body })] : _lines;
    }

    private bool AddLine(string text, LineKind kind, bool starts)
    {
        if (text.Length == 0)
        {
            return false;
        }

        if (_lines.Count == maxLines)
        {
            Overflowed = true;
            return false;
        }

        _goesOn |= kind == LineKind.Body && starts && !_blank && GoesOn(_lines[^1].Text, text);
        _lines.Add(new TextLine(_page, _number, text, kind, starts));
        _afterBlank.Add(_blank);
        _blank = false;
        return true;
    }

    /// <summary>Whether a paragraph goes on with a full line that ends in the midst of a sentence; a list's clauses do
    /// not count.</summary>
    private static bool GoesOn(string full, string next) =>
        full.Length >= 30 && char.IsLetterOrDigit(full[^1]) && char.IsLower(next[0])
            && !next.StartsWith("att ", StringComparison.Ordinal);
}
