using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Text on its way into a header: one line, whole characters.</summary>
internal static class HeaderText
{
    /// <summary>
    /// Turns each run of control characters and line separators into one space and each half of a surrogate pair into
    /// U+FFFD, so that no title or file name can break out of its header.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var inControl = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var control = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!control)
                clean.Append(rune.ToString());
            else if (!inControl)
                clean.Append(' ');
            inControl = control;
        }

        return clean.ToString();
    }
}
