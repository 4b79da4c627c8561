using System.Text;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Lines joined into running text: a word divided over a line end is whole again, and every place in it knows
/// its line.</summary>
internal sealed class Passage
{
    /// <summary>The length from which on nobody should add more; no sentence and no item of a list is as long.</summary>
    public const int Longest = 8_192;

    private readonly StringBuilder _text = new();
    private readonly List<(int Offset, TextLine Line)> _starts = [];

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _starts.Count == 0;

    /// <summary>The line added last, as it stood.</summary>
    public string LastLine => _starts[^1].Line.Text;

    public void Add(TextLine line) => Add(line, line.Text);

    /// <summary>Adds what of a line counts.</summary>
    public void Add(TextLine line, string text)
    {
        if (_text.Length > 0)
        {
            Divide(text);
        }

        _starts.Add((_text.Length, line));
        _text.Append(text);
    }

    /// <summary>Its length so far.</summary>
    public int Length => _text.Length;

    /// <summary>The line at a place of the text.</summary>
    public TextLine LineAt(int offset)
    {
        int low = 0, high = _starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _starts[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return _starts[low].Line;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A hyphen at the end of a line divides a word ("verksam-/het"), stands for what follows ("hälso-/och
    /// sjukvård") or belongs to the word ("covid-/19"); only the first goes.</summary>
    private void Divide(string next)
    {
        if (_text[^1] != '-' || _text.Length < 2 || !char.IsLetterOrDigit(_text[^2]))
        {
            _text.Append(' ');
        }
        else if (Words.At(next, 0) is "och" or "eller" or "samt" or "respektive")
        {
            _text.Append(' ');
        }
        else if (next.Length > 0 && char.IsLower(next[0]))
        {
            _text.Length--;
        }
    }
}
