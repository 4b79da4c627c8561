namespace Samverkan.Intake.Text;

/// <summary>The codes of <see cref="TextRefusal"/> and <see cref="TextReading.UnreadCode"/>. They are stored, so they
/// never change.</summary>
public static class TextCodes
{
    /// <summary>Refused: the file has no bytes.</summary>
    public const string Empty = "text.empty";

    /// <summary>Refused: more than <see cref="ReadingLimits.MaxFileBytes"/>.</summary>
    public const string TooLarge = "text.too-large";

    /// <summary>Refused: more than <see cref="ReadingLimits.MaxUnpackedBytes"/> when unpacked, whatever its list of
    /// contents says.</summary>
    public const string ZipBomb = "text.zip-bomb";

    /// <summary>Refused: more than <see cref="ReadingLimits.MaxLines"/>.</summary>
    public const string TooManyLines = "text.too-many-lines";

    /// <summary>Refused: more paragraphs or recipients than minutes can have.</summary>
    public const string TooManyEntries = "text.too-many-entries";

    /// <summary>Refused: took longer than <see cref="ReadingLimits.MaxDuration"/>.</summary>
    public const string TooSlow = "text.too-slow";

    /// <summary>Refused: protected with a password.</summary>
    public const string Encrypted = "text.encrypted";

    /// <summary>Refused: cannot be opened although it is what it says.</summary>
    public const string Damaged = "text.damaged";

    /// <summary>Refused: carries a macro project.</summary>
    public const string Macros = "text.macros";

    /// <summary>Refused: the bytes are not what the name says.</summary>
    public const string Disguised = "text.disguised";

    /// <summary>Refused: an office format from before 2007, where a macro cannot be seen from outside.</summary>
    public const string OldOffice = "text.old-office";

    /// <summary>Refused: no kind that Samverkan knows.</summary>
    public const string UnknownKind = "text.unknown-kind";

    /// <summary>Unread: a PDF, whose text is not read yet.</summary>
    public const string PdfNotRead = "text.pdf-not-read";

    /// <summary>Unread: a spreadsheet, which is carried as it is.</summary>
    public const string NotRead = "text.not-read";
}
