namespace Samverkan.Intake.Text;

/// <summary>Stands where the reader of PDF text will: takes a PDF as it is and says that its text is not read.</summary>
public sealed class PdfCarrier : ITextReader
{
    /// <inheritdoc />
    public bool CanRead(FileKind kind) => kind == FileKind.Pdf;

    /// <inheritdoc />
    public TextReading Read(Stream content, ReadingLimits limits, CancellationToken stop) =>
        TextReading.Unread(FileKind.Pdf, TextCodes.PdfNotRead);
}
