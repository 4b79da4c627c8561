using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>The lines before the first § of a document. What they say holds for every paragraph, so it is read
/// once.</summary>
internal sealed class DocumentHead
{
    /// <summary>More lines are no head; a document may begin with pages of something else.</summary>
    private const int Longest = 300;

    private readonly List<TextLine> _lines = [];
    private readonly Lazy<Reading<string>?> _body;
    private readonly Lazy<DatedLine?> _meeting;
    private readonly Lazy<Reading<DiaryNumber>?> _diaryNumber;

    public DocumentHead()
    {
        _body = new(() => BodyReader.InHead(_lines));
        _meeting = new(() => MeetingDateReader.Best(_lines));
        _diaryNumber = new(() => LabelledNumber(_lines));
    }

    /// <summary>The lines, page headers first.</summary>
    public IReadOnlyList<TextLine> Lines => _lines;

    /// <summary>The body that the head names.</summary>
    public Reading<string>? Body => _body.Value;

    /// <summary>The line whose date is most surely the meeting's.</summary>
    public DatedLine? Meeting => _meeting.Value;

    /// <summary>The diary number that the head states with a label.</summary>
    public Reading<DiaryNumber>? DiaryNumber => _diaryNumber.Value;

    public void Add(TextLine line)
    {
        if (_lines.Count < Longest)
        {
            _lines.Add(line);
        }
    }

    private static Reading<DiaryNumber>? LabelledNumber(List<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (DiaryNumberScanner.Find(line.Text) is { Labelled: true } match)
            {
                return new Reading<DiaryNumber>(match.Number, new Place(line.Page, line.Line, match.Number.Printed));
            }
        }

        return null;
    }
}
