using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Cuts a document into its paragraphs and those into sections.</summary>
internal sealed class ExtractSplitter
{
    private readonly DocumentHead _head = new();
    private readonly List<RawExtract> _extracts = [];
    private string _prefix = "";
    private bool _amongPapers;

    private ExtractSplitter()
    {
    }

    public static List<RawExtract> Split(IEnumerable<TextLine> lines)
    {
        var splitter = new ExtractSplitter();
        TextLine? held = null;
        foreach (var next in lines)
        {
            splitter.Take(held, next);
            held = next;
        }

        splitter.Take(held, next: null);
        return splitter.WithoutContents();
    }

    private void Take(TextLine? held, TextLine? next)
    {
        if (held is not { } line)
        {
            return;
        }

        var start = ParagraphHead.TryParse(line);
        if (start is not null && IsRepetition(start))
        {
            return;
        }

        if (start is not null && Starts(start))
        {
            _prefix = _extracts.Count == 0 ? start.Before : _prefix;
            _extracts.Add(new RawExtract(_head, start, [new Section(SectionKind.Opening, Body: null, Heading: null, [])]));
        }
        else if (_extracts.Count == 0)
        {
            _head.Add(line);
            _amongPapers = Headings.Match(line, next) is { } heading ? heading.Kind is SectionKind.Documents
                or SectionKind.Preparation : _amongPapers;
        }
        else
        {
            AddTo(_extracts[^1].Sections, line, next);
        }
    }

    private static void AddTo(List<Section> sections, TextLine line, TextLine? next)
    {
        if (Headings.Match(line, next) is not { } heading || IsItem(sections[^1], line, heading))
        {
            if (sections[^1] is { Kind: SectionKind.Decision, Lines.Count: > 0 } && UnknownHeading.Is(line, next))
            {
                sections.Add(new Section(SectionKind.Background, Body: null, line, []));
            }
            else
            {
                sections[^1].Lines.Add(line);
            }

            return;
        }

        var section = new Section(heading.Kind, heading.Body, line, []);
        if (heading.Rest.Length > 0)
        {
            section.Lines.Add(line with { Text = heading.Rest });
        }

        sections.Add(section);
    }

    /// <summary>"Ordförande" among those who are to have the extract is one of them; after a blank line it is where he
    /// signs.</summary>
    private static bool IsItem(Section section, TextLine line, HeadingMatch heading) =>
        section.Kind == SectionKind.Recipients && heading is { Kind: SectionKind.Closing, Rest.Length: 0 }
        && (section.Lines.Count == 0 || !line.StartsParagraph || line.Kind == LineKind.ListItem);

    /// <summary>The § line printed again at the top of the next page.</summary>
    private bool IsRepetition(ParagraphHead start) =>
        _extracts.Count > 0 && !_extracts[^1].IsEmpty && _extracts[^1].Start.Number == start.Number
            && start.Before == _prefix;

    /// <summary>A paragraph starts where its number goes on; a § among papers or earlier steps is mostly a reference to
    /// another body's.</summary>
    private bool Starts(ParagraphHead start)
    {
        if (_extracts.Count == 0)
        {
            return !_amongPapers || start.Before.Length == 0;
        }

        var current = _extracts[^1];
        if (current.IsEmpty)
        {
            return start.Line.StartsParagraph || start.Before == _prefix;
        }

        var step = int.Parse(start.Number, System.Globalization.CultureInfo.InvariantCulture)
            - int.Parse(current.Start.Number, System.Globalization.CultureInfo.InvariantCulture);
        var reference = current.Sections[^1].Kind is SectionKind.Documents or SectionKind.Preparation
            && (SwedishDates.Find(start.Line.Text) is not null || Bodies.TryReadAtStart(start.Rest, out _));
        return step > 0 && start.Before == _prefix && !reference && (start.Line.StartsParagraph || step == 1);
    }

    /// <summary>Without the entries of a table of contents, whose paragraphs come again with their text.</summary>
    private List<RawExtract> WithoutContents()
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _extracts.Count; i++)
        {
            last[_extracts[i].Start.Number] = i;
        }

        return [.. _extracts.Where((extract, i) => !extract.IsEmpty || last[extract.Start.Number] == i)];
    }
}
