namespace Samverkan.Intake.Text;

/// <summary>Where on the page a line stands. Plain text does not tell, so there every line is <see cref="Body"/>.</summary>
public enum LineKind
{
    /// <summary>Running text, headings included.</summary>
    Body = 0,

    /// <summary>A paragraph inside a table.</summary>
    TableCell,

    /// <summary>A page header.</summary>
    Header,

    /// <summary>A page footer.</summary>
    Footer,

    /// <summary>An item of a numbered or bulleted list; the number or bullet itself is not in the text.</summary>
    ListItem,
}
