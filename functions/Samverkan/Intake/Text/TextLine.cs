namespace Samverkan.Intake.Text;

/// <summary>A line of text (in Word: a paragraph, or a part of one between line breaks) that is not blank.</summary>
/// <param name="Page">The page, from 1. A page ends at a form feed or a page break; Word's automatic ones count where
/// Word saved them.</param>
/// <param name="Line">The line in the file, from 1; in Word the paragraph.</param>
/// <param name="Text">The text with runs of white space folded into one space and none at its ends.</param>
/// <param name="Kind">Where the line stands.</param>
/// <param name="StartsParagraph">Whether something before it (a blank line, a paragraph mark, a page) says that a
/// paragraph starts here. False means not known: in plain text a list has a line break before each item and nothing
/// else.</param>
public readonly record struct TextLine(int Page, int Line, string Text, LineKind Kind, bool StartsParagraph);
