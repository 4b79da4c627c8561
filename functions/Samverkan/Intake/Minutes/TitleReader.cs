using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads title and diary number, which stand around each other: on the § line, or on the lines behind it.</summary>
internal sealed class TitleReader
{
    private const int LongestTitle = 400;
    private readonly Passage _title = new();

    private TitleReader()
    {
    }

    /// <summary>The title; null where there is none.</summary>
    public Reading<string>? Title { get; private set; }

    /// <summary>The diary number; null where none stands by the title.</summary>
    public Reading<DiaryNumber>? DiaryNumber { get; private set; }

    /// <summary>How many lines of the opening belong to title and number; what follows is text.</summary>
    public int LinesTaken { get; private set; }

    public static TitleReader Read(RawExtract extract)
    {
        var reader = new TitleReader();
        reader.Take(extract.Start.Line, extract.Start.Rest);
        reader.TakeNumber(extract.Start.Line, extract.Start.Line.Text[..^extract.Start.Rest.Length]);
        foreach (var line in extract.Opening)
        {
            if (!reader.Belongs(line))
            {
                break;
            }

            reader.Take(line, line.Text);
            reader.LinesTaken++;
        }

        reader.Complete();
        return reader;
    }

    private bool Belongs(TextLine line)
    {
        var alone = NumberIn(line.Text, out var rest) && rest.Length == 0;
        return _title.IsEmpty
            || (alone && DiaryNumber is null)
            || ((!line.StartsParagraph || Continuation.StartsWithin(line.Text) || Continuation.IsOpen(_title.LastLine))
            && _title.Length + line.Text.Length < LongestTitle && _title.LastLine[^1] is not ('.' or '?'));
    }

    private void Take(TextLine line, string text)
    {
        TakeNumber(line, text);
        _ = NumberIn(text, out var rest);
        if (rest.Length > 0)
        {
            _title.Add(line, rest);
        }
    }

    private void TakeNumber(TextLine line, string text)
    {
        if (DiaryNumber is null && DiaryNumberScanner.Find(text) is { } match)
        {
            DiaryNumber = new Reading<DiaryNumber>(match.Number, new Place(line.Page, line.Line, match.Number.Printed));
        }
    }

    /// <summary>The text without its diary number and the brackets, dashes and commas around that.</summary>
    private static bool NumberIn(string text, out string rest)
    {
        rest = text.Trim(' ', '|');
        if (DiaryNumberScanner.Find(text) is not { } match)
        {
            return false;
        }

        var before = text.AsSpan(0, match.Start).TrimEnd(" ([,;|–-");
        var behind = text.AsSpan(match.End).TrimStart(" )],;:|–-");
        rest = before.IsEmpty || behind.IsEmpty ? string.Concat(before, behind) : $"{before} {behind}";
        return true;
    }

    private void Complete()
    {
        if (!_title.IsEmpty)
        {
            var line = _title.LineAt(0);
            var title = _title.ToString();
            Title = new Reading<string>(title, new Place(line.Page, line.Line, title));
        }
    }
}
