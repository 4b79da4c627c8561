namespace Samverkan.Intake.Text;

/// <summary>What came of reading a file: its text, or a refusal, or neither where the file is carried unread.</summary>
public sealed record TextReading
{
    private TextReading(FileKind kind) => Kind = kind;

    /// <summary>What the file is.</summary>
    public FileKind Kind { get; }

    /// <summary>The text; null where there is none to read.</summary>
    public DocumentText? Text { get; private init; }

    /// <summary>Why the file is refused; null where it is not.</summary>
    public TextRefusal? Refusal { get; private init; }

    /// <summary>Why the file has no text although it is not refused (<see cref="TextCodes.PdfNotRead"/>,
    /// <see cref="TextCodes.NotRead"/>); null otherwise. Such a file is placed by its name and delivered as it is.</summary>
    public string? UnreadCode { get; private init; }

    /// <summary>A file whose text was read.</summary>
    /// <param name="text">The text.</param>
    public static TextReading Of(DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TextReading(text.Source) { Text = text };
    }

    /// <summary>A file that is taken without being read.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="code">Why it has no text.</param>
    public static TextReading Unread(FileKind kind, string code) => new(kind) { UnreadCode = code };

    /// <summary>A file that is refused.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="refusal">Why.</param>
    public static TextReading Refused(FileKind kind, TextRefusal refusal) => new(kind) { Refusal = refusal };
}
