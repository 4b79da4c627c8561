namespace Samverkan.Intake.Text;

/// <summary>The text of a file, line by line, in the order in which a person reads it: headers, body, footers.</summary>
/// <param name="Source">The kind of file that the text was read from.</param>
/// <param name="Lines">The lines that are not blank.</param>
public sealed record DocumentText(FileKind Source, IReadOnlyList<TextLine> Lines)
{
    /// <summary>The lines of a text that is already in memory, as <see cref="PlainTextReader"/> would read them.</summary>
    /// <param name="text">The text, with any line ends.</param>
    public static DocumentText FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new LineCollector();
        lines.Append(text);
        return new DocumentText(FileKind.PlainText, lines.Complete());
    }
}
