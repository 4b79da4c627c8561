using System.Buffers;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>What happened to the case before the decision, read in one pass over the text around it.</summary>
internal sealed class History
{
    /// <summary>What a statement must have to be worth reading; most have none of it.</summary>
    private static readonly SearchValues<string> s_signs = SearchValues.Create(
        ["§", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "krivelse", "ttrande", "tlåtande", "emissvar", "romemoria", "issiv", "bakom"], StringComparison.Ordinal);

    /// <summary>Who wrote, and when.</summary>
    public List<Reading<Submission>> Submissions { get; } = [];

    /// <summary>Who dealt with the case.</summary>
    public List<Reading<PreparationStep>> Preparation { get; } = [];

    /// <summary>Who stood behind it.</summary>
    public List<Reading<Endorsement>> Endorsements { get; } = [];

    /// <summary>The year that the text says a period is to be extended through; null where it names none.</summary>
    public Reading<int>? ExtendedThrough { get; private set; }

    public static History Read(RawExtract extract, int titleLines, ICollection<ReadingWarning> warnings)
    {
        var history = new History();
        var opening = extract.Opening[titleLines..];
        history.Take(Statements.Of(opening, SectionKind.Opening), warnings);
        foreach (var section in extract.Sections.Skip(1).Where(IsHistory))
        {
            history.Take(Statements.Of(section), warnings);
        }

        return history;
    }

    private static bool IsHistory(Section section) =>
        section.Kind is SectionKind.Background or SectionKind.Preparation or SectionKind.Documents;

    private void Take(IEnumerable<Statement> statements, ICollection<ReadingWarning> warnings)
    {
        foreach (var statement in statements)
        {
            if (statement.Text.AsSpan().IndexOfAny(s_signs) < 0)
            {
                continue;
            }

            SubmissionReader.Read(statement, Submissions, warnings);
            PreparationReader.Read(statement, Preparation, warnings);
            EndorsementReader.Read(statement, Endorsements, warnings);
            if (ExtendedThrough is null && ExtensionReader.YearIn(statement.Text) is { } year)
            {
                ExtendedThrough = statement.Says(year);
            }
        }
    }
}
