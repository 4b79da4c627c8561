using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Writes header fields into a text, folded before column 77 wherever a word allows.</summary>
internal sealed class HeaderWriter(StringBuilder output)
{
    private const int Widest = 76;

    private int column;

    public void Field(string name, IEnumerable<string> words)
    {
        Begin(name);
        foreach (var word in words)
            Word(word);
        End();
    }

    public void Unstructured(string name, string value, int longestWord = Widest - 1)
    {
        Begin(name);
        if (IsPlain(value, longestWord))
        {
            foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Word(word);
        }
        else
        {
            Encoded(value);
        }

        End();
    }

    public void Mailboxes(string name, IReadOnlyList<Mailbox> mailboxes)
    {
        Begin(name);
        for (var i = 0; i < mailboxes.Count; i++)
        {
            var (person, address) = (mailboxes[i].Name, mailboxes[i].Address.ToString());
            if (person is not null)
                Phrase(person);
            Word((person is null ? address : $"<{address}>") + (i < mailboxes.Count - 1 ? "," : ""));
        }

        End();
    }

    private void Phrase(string text)
    {
        var atoms = text.Split(' ');
        if (atoms.All(atom => Syntax.IsAtom(atom) && atom.Length < Widest - 2) && !text.Contains("=?", StringComparison.Ordinal))
        {
            foreach (var atom in atoms)
                Word(atom);
        }
        else if (Syntax.IsPrintableAscii(text) && text.Length <= 60 && !text.Contains("=?", StringComparison.Ordinal))
        {
            Word(QuotedString(text));
        }
        else
        {
            Encoded(text);
        }
    }

    public static string QuotedString(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // What a reader gives back unchanged without encoding: ASCII, single spaces between words, nothing like an encoded word.
    private static bool IsPlain(string value, int longestWord) =>
        value.Length == 0
        || (Syntax.IsPrintableAscii(value) && !value.Contains("=?", StringComparison.Ordinal)
            && !value.StartsWith(' ') && !value.EndsWith(' ') && !value.Contains("  ", StringComparison.Ordinal)
            && !value.Split(' ').Any(word => word.Length > longestWord));

    private void Encoded(string text)
    {
        if (Widest - column - 1 < EncodedWord.LeastRoom)
            Fold();
        foreach (var word in EncodedWord.Encode(text, Widest - Math.Max(column, 1) - 1))
            Word(word);
    }

    private void Begin(string name)
    {
        output.Append(name).Append(':');
        column = name.Length + 1;
    }

    private void Word(string word)
    {
        if (column > 0 && column + 1 + word.Length > Widest)
            Fold();
        output.Append(' ').Append(word);
        column += 1 + word.Length;
    }

    private void Fold()
    {
        output.Append("\r\n");
        column = 0;
    }

    private void End() => output.Append("\r\n");
}
