using DocumentFormat.OpenXml.Wordprocessing;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Text;

public sealed class WordReaderTests
{
    [Fact]
    public void Headers_body_tables_lists_and_footers_are_told_apart()
    {
        var lines = Read(new WordFileBuilder()
            .Header("Kommunstyrelsen")
            .Footer("Justerandes sign")
            .Row("Sammanträdesdatum", "2023-11-20")
            .Paragraph("Beslut")
            .Item("att anta planen"));

        Assert.Equal(
            [
                ("Kommunstyrelsen", LineKind.Header), ("Sammanträdesdatum", LineKind.TableCell),
                    ("2023-11-20", LineKind.TableCell),
                ("Beslut", LineKind.Body), ("att anta planen", LineKind.ListItem), ("Justerandes sign", LineKind.Footer),
            ],
            lines.Select(line => (line.Text, line.Kind)));
    }

    [Fact]
    public void A_line_break_divides_a_paragraph_but_starts_none()
    {
        var lines = Read(new WordFileBuilder().Paragraph("Expedieras till", "GR").Paragraph("Vid protokollet"));

        Assert.Equal([("Expedieras till", true), ("GR", false), ("Vid protokollet", true)],
            lines.Select(line => (line.Text, line.StartsParagraph)));
    }

    [Fact]
    public void Deleted_and_hidden_text_is_not_read()
    {
        var deleted = new Paragraph(
            new DeletedRun(new Run(new DeletedText("Region Norr "))),
            new InsertedRun(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Region Väst"))),
            new Run(new RunProperties(new Vanish()), new DocumentFormat.OpenXml.Wordprocessing.Text("och någon annan")));

        Assert.Equal("Region Väst", Assert.Single(Read(new WordFileBuilder().Element(deleted))).Text);
    }

    [Fact]
    public void A_page_break_turns_the_page()
    {
        var lines = Read(new WordFileBuilder()
            .Paragraph("Första")
            .Element(new Paragraph(new Run(new Break { Type = BreakValues.Page })))
            .Paragraph("Andra"));

        Assert.Equal([("Första", 1), ("Andra", 2)], lines.Select(line => (line.Text, line.Page)));
    }

    [Fact]
    public void Blank_paragraphs_tell_where_text_starts_in_a_document_of_typed_lines()
    {
        var builder = new WordFileBuilder();
        foreach (var line in "Beslut||Kommunstyrelsen godkänner planen för|arbetet med folkhälsa.||Bakgrund||Arbetet har pågått sedan|länge och fortsätter.||Expedieras till||GR".Split('|'))
        {
            builder.Paragraph(line);
        }

        Assert.Equal(
            ["Beslut", "Kommunstyrelsen godkänner planen för", "Bakgrund", "Arbetet har pågått sedan",
                "Expedieras till", "GR"],
            Read(builder).Where(line => line.StartsParagraph).Select(line => line.Text));
    }

    private static IReadOnlyList<TextLine> Read(WordFileBuilder builder)
    {
        using var stream = new MemoryStream(builder.Build());
        return new WordReader().Read(stream, ReadingLimits.Default, CancellationToken.None).Text!.Lines;
    }
}
