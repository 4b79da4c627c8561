using System.Xml;

namespace Samverkan.Intake.Text;

/// <summary>Reads Word documents: page headers, body with tables and lists, page footers. Only the parts with text are
/// unpacked, as streams and within the budget; nothing in the document is run, followed or fetched.</summary>
public sealed class WordReader : ITextReader
{
    /// <inheritdoc />
    public bool CanRead(FileKind kind) => kind == FileKind.Word;

    /// <inheritdoc />
    public TextReading Read(Stream content, ReadingLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var budget = new UnpackBudget(limits.MaxUnpackedBytes, stop);
        try
        {
            content.Position = 0;
            using var package = new WordPackage(content, budget);
            return package.ClaimsMoreThan(limits.MaxUnpackedBytes) ? Refused(Refusals.ZipBomb(limits.MaxUnpackedBytes))
                : package.HasMacros() ? Refused(Refusals.Macros)
                : Read(package, limits, budget);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or ArgumentException
            or NotSupportedException)
        {
            return Refused(Ended(budget, limits) ?? Refusals.Damaged);
        }
    }

    private static TextReading Read(WordPackage package, ReadingLimits limits, UnpackBudget budget)
    {
        var main = package.Relations("").Find(relation => relation.Kind == "officeDocument").Part ?? "word/document.xml";
        var relations = package.Relations(main);
        var styles = relations.Find(relation => relation.Kind == "styles").Part;
        var lists = styles is not null && package.Open(styles) is { } opened ? WordStyles.ReadLists(opened) : [];
        var lines = new WordLines(limits.MaxLines);
        var texts = relations.Where(relation => relation.Kind == "header").Select(relation =>
            (relation.Part, LineKind.Header))
            .Append((main, LineKind.Body))
            .Concat(relations.Where(relation => relation.Kind == "footer").Select(relation =>
                (relation.Part, LineKind.Footer)));
        foreach (var (part, kind) in texts)
        {
            using var xml = package.Open(part);
            if (xml is not null)
            {
                new WordTextReader(xml, lines, lists, kind).ReadAll();
            }
            else if (kind == LineKind.Body)
            {
                return Refused(Refusals.Damaged);
            }
        }

        return lines.Overflowed ? Refused(Refusals.TooManyLines)
            : Ended(budget, limits) is { } refusal ? Refused(refusal)
            : TextReading.Of(new DocumentText(FileKind.Word, lines.Complete()));
    }

    private static TextRefusal? Ended(UnpackBudget budget, ReadingLimits limits) =>
        budget.IsLate ? Refusals.TooSlow : budget.IsSpent ? Refusals.ZipBomb(limits.MaxUnpackedBytes) : null;

    private static TextReading Refused(TextRefusal refusal) => TextReading.Refused(FileKind.Word, refusal);
}
