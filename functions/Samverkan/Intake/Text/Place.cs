namespace Samverkan.Intake.Text;

/// <summary>Where in a document something was read.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Line">The line in the file, from 1; in Word the paragraph.</param>
/// <param name="Words">The words there, as printed.</param>
public readonly record struct Place(int Page, int Line, string Words);
