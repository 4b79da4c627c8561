using System.Buffers;
using System.Text;

namespace Samverkan.Intake.Text;

/// <summary>Makes lines of characters that come in pieces: splits at every kind of line end, folds white space, counts
/// lines and pages. A line longer than <see cref="LongestLine"/> is broken at a space, so that no input makes one huge
/// string.</summary>
internal sealed class LineCollector(int maxLines = int.MaxValue)
{
    public const int LongestLine = 8_192;

    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    private readonly List<TextLine> _lines = [];
    private readonly StringBuilder _open = new();
    private int _page = 1;
    private int _line = 1;
    private bool _startsParagraph = true;
    private bool _afterReturn;

    /// <summary>Whether there were more lines than allowed; what follows is dropped.</summary>
    public bool Overflowed { get; private set; }

    public void Append(ReadOnlySpan<char> piece)
    {
        while (!Overflowed && !piece.IsEmpty)
        {
            if (_afterReturn && piece[0] == '\n')
            {
                piece = piece[1..];
            }

            _afterReturn = false;
            var end = piece.IndexOfAny(s_lineEnds);
            if (end < 0)
            {
                Hold(piece);
                return;
            }

            EndLine(piece[..end]);
            _afterReturn = piece[end] == '\r';
            if (piece[end] == '\f')
            {
                _page++;
                _startsParagraph = true;
            }
            else
            {
                _line++;
            }

            piece = piece[(end + 1)..];
        }
    }

    public IReadOnlyList<TextLine> Complete()
    {
        EndLine([]);
        return _lines;
    }

    private void Hold(ReadOnlySpan<char> piece)
    {
        while (_open.Length + piece.Length > LongestLine && !Overflowed)
        {
            var room = Math.Max(1, LongestLine - _open.Length);
            var cut = piece[..Math.Min(room, piece.Length)].LastIndexOf(' ') + 1;
            cut = cut > 0 ? cut : Math.Min(room, piece.Length);
            EndLine(piece[..cut]);
            _startsParagraph = false;
            piece = piece[cut..];
        }

        _open.Append(piece);
    }

    private void EndLine(ReadOnlySpan<char> rest)
    {
        string text;
        if (_open.Length == 0)
        {
            text = WhiteSpace.Fold(rest);
        }
        else
        {
            text = WhiteSpace.Fold(_open.Append(rest).ToString());
            _open.Clear();
        }

        if (text.Length == 0)
        {
            _startsParagraph = true;
            return;
        }

        if (_lines.Count == maxLines)
        {
            Overflowed = true;
            return;
        }

        _lines.Add(new TextLine(_page, _line, text, LineKind.Body, _startsParagraph));
        _startsParagraph = false;
    }
}
