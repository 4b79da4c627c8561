using System.Text;

namespace Samverkan.Formats.Calendar;

/// <summary>
/// Writes iCalendar content lines (RFC 5545 3.1): UTF-8, each ended by CRLF and folded so that no line has more than 75
/// octets without it, never inside a character. Whatever a text holds, it stays within its property.
/// </summary>
public sealed class CalendarText
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a property whose value is a text, escaped as RFC 5545 3.3.11 asks; line ends stay, other control characters go.</summary>
    public CalendarText Text(string name, string value) => Raw(name, Escape(value));

    /// <summary>Adds a property whose value is not a text, such as a date or a keyword. A control character in it is left out.</summary>
    /// <param name="name">The name, with its parameters: <c>DTSTART;VALUE=DATE</c>.</param>
    /// <param name="value">The value as it is to stand.</param>
    public CalendarText Raw(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (IsControl(rune)) continue;
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>What has been written, in UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\n", StringComparison.Ordinal);

    // CONTROL of RFC 5545 3.1, and the C1 controls and separators that some readers take for the end of a line.
    private static bool IsControl(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value != '\t') || rune.Value is 0x2028 or 0x2029 or 0xFEFF;
}
