using Samverkan.Intake.Text;

namespace Samverkan.Intake.Minutes;

/// <summary>One value that was read out of an extract, and where.</summary>
/// <param name="Field">The field, as in <see cref="MinutesJson"/>; <c>decisions</c> and other lists have a value for each item.</param>
/// <param name="Value">The value as people read it; dates ISO 8601.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Line">The line in the file, from 1; in Word the paragraph.</param>
/// <param name="Words">The words there, as printed.</param>
/// <param name="Basis">Whether the text states it.</param>
public sealed record ReadValue(string Field, string Value, int Page, int Line, string Words, Basis Basis);
