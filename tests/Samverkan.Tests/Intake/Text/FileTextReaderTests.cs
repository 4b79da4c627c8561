using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Text;

public sealed class FileTextReaderTests
{
    private static readonly byte[] s_word = new WordFileBuilder().Paragraph("Verksamhetsplan 2023").Build();

    public static TheoryData<string, string, byte[]> Refused() => new()
    {
        { TextCodes.Empty, "a.txt", [] },
        { TextCodes.Encrypted, "a.docx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { TextCodes.OldOffice, "a.doc", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]] },
        { TextCodes.Damaged, "a.docx", s_word[..(s_word.Length / 2)] },
        { TextCodes.Damaged, "a.docx", WithDocument("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>") },
        { TextCodes.Damaged, "a.docx", WithDocument("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>&b;</w:document>") },
        { TextCodes.Macros, "a.docm", new WordFileBuilder().Paragraph("x").Build(WordprocessingDocumentType.MacroEnabledDocument, withMacros: true) },
        { TextCodes.Macros, "a.docx", new WordFileBuilder().Paragraph("x").Build(WordprocessingDocumentType.MacroEnabledDocument, withMacros: true) },
        { TextCodes.Macros, "a.docx", new WordFileBuilder().Paragraph("x").Build(WordprocessingDocumentType.MacroEnabledDocument) },
        { TextCodes.Disguised, "a.docx", Encoding.UTF8.GetBytes("Verksamhetsplan 2023") },
        { TextCodes.Disguised, "a.txt", s_word },
        { TextCodes.Disguised, "a.pdf", s_word },
        { TextCodes.Disguised, "a.txt", "%PDF-1.7"u8.ToArray() },
        { TextCodes.Disguised, "a.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0] },
        { TextCodes.UnknownKind, "a.bin", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0] },
        { TextCodes.UnknownKind, "a.zip", Zip(("a.txt", "text")) },
        { TextCodes.ZipBomb, "a.docx", WithDocument(new string(' ', 300_000)) },
        { TextCodes.TooLarge, "a.txt", new byte[200_001] },
        { TextCodes.TooManyLines, "a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", 5_001))) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_a_file_that_must_not_come_in_is_refused_with_code_and_sentence(string code, string name, byte[] bytes)
    {
        var limits = new ReadingLimits { MaxFileBytes = 200_000, MaxUnpackedBytes = 250_000, MaxLines = 5_000 };
        var reader = new FileTextReader([new PlainTextReader(), new WordReader(), new PdfCarrier()], limits,
            TimeProvider.System);
        using var stream = new MemoryStream(bytes);

        var refusal = reader.Read(stream, name).Refusal;

        Assert.Equal(code, refusal?.Code);
        Assert.StartsWith("Filen", refusal!.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_a_size_that_lies_is_still_counted()
    {
        var bytes = WithDocument(new string(' ', 3_000_000));
        var size = BitConverter.GetBytes(3_000_000);
        for (var at = bytes.AsSpan().IndexOf(size); at >= 0; at = bytes.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(10).CopyTo(bytes, at);
        }

        using var stream = new MemoryStream(bytes);
        var reading = Reader().Read(stream, "a.docx");

        Assert.Contains(reading.Refusal?.Code, new[] { TextCodes.ZipBomb, TextCodes.Damaged });
    }

    [Fact]
    public void Read_a_file_that_takes_too_long_is_refused()
    {
        using var late = new CancellationTokenSource();
        late.Cancel();
        using var text = new MemoryStream("text"u8.ToArray());
        using var word = new MemoryStream(s_word);

        Assert.Equal(TextCodes.TooSlow, new PlainTextReader().Read(text, ReadingLimits.Default, late.Token).Refusal?.Code);
        Assert.Equal(TextCodes.TooSlow, new WordReader().Read(word, ReadingLimits.Default, late.Token).Refusal?.Code);
    }

    [Fact]
    public void Read_a_pdf_and_a_spreadsheet_are_carried_unread()
    {
        using var pdf = new MemoryStream("%PDF-1.7 x"u8.ToArray());
        using var sheet = new MemoryStream(Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")));

        Assert.Equal(TextCodes.PdfNotRead, Reader().Read(pdf, "plan.pdf").UnreadCode);
        Assert.Equal(TextCodes.NotRead, Reader().Read(sheet, "budget.xlsx").UnreadCode);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a")]
    [InlineData("Plan 2023.DOCX")]
    public void Read_a_word_file_is_read_whatever_the_case_of_its_name(string name)
    {
        using var stream = new MemoryStream(s_word);
        Assert.Equal("Verksamhetsplan 2023", Assert.Single(Reader().Read(stream, name).Text!.Lines).Text);
    }

    private static FileTextReader Reader() => FileTextReader.Create(TimeProvider.System);

    private static byte[] WithDocument(string xml)
    {
        using var stream = new MemoryStream();
        stream.Write(s_word);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = zip.Entries.First(entry => entry.FullName == "word/document.xml");
            old.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
