using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Samverkan.Intake.Text;

/// <summary>Reads Word documents: page headers, body with tables and lists, page footers. Only the parts with text are
/// unpacked, as streams and within the budget; nothing in the document is run, followed or fetched.</summary>
public sealed class WordReader : ITextReader
{
    private const int MaxParts = 10_000;

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
            return IsBomb(content, limits) ? Refused(Refusals.ZipBomb(limits.MaxUnpackedBytes)) : Read(content, limits, budget);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return Refused(Ended(budget, limits) ?? Refusals.Damaged);
        }
    }

    private static TextReading Read(Stream content, ReadingLimits limits, UnpackBudget budget)
    {
        content.Position = 0;
        using var document = WordprocessingDocument.Open(content, isEditable: false, new OpenSettings { AutoSave = false });
        if (document.MainDocumentPart is not { } main)
        {
            return Refused(Refusals.Damaged);
        }

        if (document.DocumentType is not (DocumentFormat.OpenXml.WordprocessingDocumentType.Document or DocumentFormat.OpenXml.WordprocessingDocumentType.Template)
            || main.VbaProjectPart is not null)
        {
            return Refused(Refusals.Macros);
        }

        var lines = new WordLines(limits.MaxLines);
        var lists = main.StyleDefinitionsPart is { } styles ? WordStyles.ReadLists(Xml(styles, budget)) : [];
        var texts = new List<(OpenXmlPart Part, LineKind Kind)>();
        texts.AddRange(main.HeaderParts.Select(part => ((OpenXmlPart)part, LineKind.Header)));
        texts.Add((main, LineKind.Body));
        texts.AddRange(main.FooterParts.Select(part => ((OpenXmlPart)part, LineKind.Footer)));
        foreach (var (part, kind) in texts)
        {
            using var xml = Xml(part, budget);
            new WordTextReader(xml, lines, lists, kind).ReadAll();
        }

        return lines.Overflowed ? Refused(Refusals.TooManyLines)
            : Ended(budget, limits) is { } refusal ? Refused(refusal)
            : TextReading.Of(new DocumentText(FileKind.Word, lines.Complete()));
    }

    private static XmlReader Xml(OpenXmlPart part, UnpackBudget budget) => XmlReader.Create(
        new BudgetedStream(part.GetStream(FileMode.Open, FileAccess.Read), budget),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });

    private static bool IsBomb(Stream content, ReadingLimits limits)
    {
        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            if (unpacked > limits.MaxUnpackedBytes || entry.Length < 0)
            {
                return true;
            }
        }

        return zip.Entries.Count > MaxParts;
    }

    private static TextRefusal? Ended(UnpackBudget budget, ReadingLimits limits) =>
        budget.IsLate ? Refusals.TooSlow : budget.IsSpent ? Refusals.ZipBomb(limits.MaxUnpackedBytes) : null;

    /// <summary>What the packaging library throws for files that are not what they claim. Everything else is a bug.</summary>
    private static bool IsDamage(Exception e) => e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException
        or EndOfStreamException or UriFormatException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NotSupportedException;

    private static TextReading Refused(TextRefusal refusal) => TextReading.Refused(FileKind.Word, refusal);
}
