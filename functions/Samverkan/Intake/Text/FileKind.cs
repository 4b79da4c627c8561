namespace Samverkan.Intake.Text;

/// <summary>What a file is, judged by its bytes and never by its name.</summary>
public enum FileKind
{
    /// <summary>No kind that Samverkan knows.</summary>
    Unknown = 0,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Text in UTF-8, UTF-16 with a byte order mark, or Windows-1252.</summary>
    PlainText,

    /// <summary>A Word document or template (.docx, .dotx) without macros, as far as its list of parts tells.</summary>
    Word,

    /// <summary>A Word document that carries a macro project (.docm, or a .docx that hides one).</summary>
    WordWithMacros,

    /// <summary>A spreadsheet (.xlsx) without macros; it is carried unread.</summary>
    Excel,

    /// <summary>A Portable Document Format file; its text is not read yet.</summary>
    Pdf,

    /// <summary>A Zip archive that is neither Word nor Excel.</summary>
    Zip,

    /// <summary>Something that begins as a Zip archive but has no readable list of contents.</summary>
    BrokenZip,

    /// <summary>An office file that is protected with a password.</summary>
    Encrypted,

    /// <summary>An office file of the formats before 2007 (.doc, .xls).</summary>
    OldOffice,
}
