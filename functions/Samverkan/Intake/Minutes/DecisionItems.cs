using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Cuts a section of decisions into its items.</summary>
internal sealed class DecisionItems(List<Reading<string>> found)
{
    private readonly List<TextLine> _plain = [];
    private Passage _item = new();
    private bool _proposing;

    public void Read(Section section)
    {
        var clausesEnd = ClausesEndWithMarks(section.Lines);
        foreach (var line in section.Lines)
        {
            var text = ListItem.Strip(line.Text);
            var listed = text.Length < line.Text.Length || line.Kind == LineKind.ListItem;
            if (listed || (IsClause(text) && BeginsClause(line, clausesEnd)))
            {
                Complete();
                _item.Add(line, text);
            }
            else if (!_item.IsEmpty && _item.Length < Passage.Longest
                && (!line.StartsParagraph || Continuation.Joins(_item.LastLine, line.Text)))
            {
                _item.Add(line);
            }
            else
            {
                CompleteItem();
                _plain.Add(line);
            }
        }

        Complete();
    }

    private static bool IsClause(string text) => text.StartsWith("att ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether clauses end with a comma, "samt" or the like, so that an "att" without one before it goes on
    /// with its clause.</summary>
    private static bool ClausesEndWithMarks(List<TextLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (IsClause(lines[i].Text) && IsClause(lines[i - 1].Text) && EndsClause(lines[i - 1].Text))
            {
                return true;
            }
        }

        return lines.Exists(line => IsClause(line.Text))
            && lines.SkipLast(1).Any(line => EndsClause(line.Text) && line.Text[^1] is not '.');
    }

    private bool BeginsClause(TextLine line, bool clausesEnd) =>
        _item.IsEmpty || line.StartsParagraph || !clausesEnd || EndsClause(_item.LastLine);

    private static bool EndsClause(string text) =>
        text[^1] is ',' or ';' or '.' or ':' || Words.Last(text) is "och" or "samt";

    private void Complete()
    {
        CompleteItem();
        CompletePlain();
    }

    private void CompleteItem()
    {
        if (!_item.IsEmpty)
        {
            CompletePlain();
            AddClauses(_item.ToString(), _item.LineAt(0));
            _item = new Passage();
        }
    }

    private void CompletePlain()
    {
        foreach (var statement in Statements.Of(_plain, SectionKind.Decision))
        {
            if (statement.Text[^1] == ':')
            {
                _proposing = Words.HasAny(statement.Text, "föreslår", "förslag", "hemställer", "yrkar");
            }
            else if (!DecisionReader.IsDissent(statement.Text))
            {
                AddClauses(statement.Text,
                    new TextLine(statement.Page, statement.Line, statement.Text, LineKind.Body, StartsParagraph: true));
            }
        }

        _plain.Clear();
    }

    /// <summary>Clauses that stand in one line come apart where a comma and "och att" or "samt att" join them.</summary>
    private void AddClauses(string text, TextLine line)
    {
        while (IsClause(text) && Joint(text) is > 0 and var joint)
        {
            Add(text[..joint], line);
            text = text[joint..].TrimStart();
        }

        Add(text, line);
    }

    private static int Joint(string text)
    {
        foreach (var joint in (ReadOnlySpan<string>)[", och att ", ", samt att ", "; att "])
        {
            var at = text.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0)
            {
                return at + joint.Length - "att ".Length;
            }
        }

        return 0;
    }

    private void Add(string text, TextLine line)
    {
        text = text.Trim();
        if (!_proposing && text.Any(char.IsLetter))
        {
            found.Add(new Reading<string>(text, new Place(line.Page, line.Line, text)));
        }
    }
}
