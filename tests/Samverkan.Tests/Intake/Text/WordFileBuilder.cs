using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samverkan.Tests.Intake.Text;

/// <summary>Makes Word files for tests, part by part.</summary>
internal sealed class WordFileBuilder
{
    private readonly List<OpenXmlElement> _body = [];
    private string? _header;
    private string? _footer;

    public WordFileBuilder Header(string text)
    {
        _header = text;
        return this;
    }

    public WordFileBuilder Footer(string text)
    {
        _footer = text;
        return this;
    }

    public WordFileBuilder Paragraph(params string[] lines)
    {
        _body.Add(ParagraphOf(lines));
        return this;
    }

    public WordFileBuilder Item(string text)
    {
        var paragraph = ParagraphOf([text]);
        paragraph.PrependChild(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 },
            new NumberingId { Val = 1 })));
        _body.Add(paragraph);
        return this;
    }

    public WordFileBuilder Row(params string[] cells)
    {
        _body.Add(new Table(new TableRow(cells.Select(cell => new TableCell(ParagraphOf([cell]))))));
        return this;
    }

    public WordFileBuilder Element(OpenXmlElement element)
    {
        _body.Add(element);
        return this;
    }

    public byte[] Build(WordprocessingDocumentType type = WordprocessingDocumentType.Document, bool withMacros = false)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, type))
        {
            var main = document.AddMainDocumentPart();
            var section = new SectionProperties();
            if (_header is not null)
            {
                var part = main.AddNewPart<HeaderPart>();
                part.Header = new Header(ParagraphOf([_header]));
                section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
            }

            if (_footer is not null)
            {
                var part = main.AddNewPart<FooterPart>();
                part.Footer = new Footer(ParagraphOf([_footer]));
                section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
            }

            if (withMacros)
            {
                using var macro = new MemoryStream([1, 2, 3]);
                main.AddNewPart<VbaProjectPart>().FeedData(macro);
            }

            main.Document = new Document(new Body([.. _body, section]));
        }

        return stream.ToArray();
    }

    private static Paragraph ParagraphOf(string[] lines)
    {
        var run = new Run();
        foreach (var line in lines)
        {
            if (run.HasChildren)
            {
                run.Append(new Break());
            }

            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(run);
    }
}
