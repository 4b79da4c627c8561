using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>Reads a diary number that stands in the head of an extract, where a label says what it is.</summary>
internal static class HeadDiaryNumber
{
    public static Reading<DiaryNumber>? Read(RawExtract extract)
    {
        foreach (var line in extract.Head)
        {
            if (DiaryNumberScanner.Find(line.Text) is { Labelled: true } match)
            {
                return new Reading<DiaryNumber>(match.Number, new Place(line.Page, line.Line, match.Number.Printed));
            }
        }

        return null;
    }
}
