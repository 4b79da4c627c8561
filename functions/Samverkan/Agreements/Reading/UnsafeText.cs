using System.Globalization;
using System.Text;

namespace Samverkan.Agreements.Reading;

/// <summary>
/// Characters that have no place in a name or a title: those that break a line, and those that turn the direction of
/// the text, which let one name look like another.
/// </summary>
internal static class UnsafeText
{
    internal static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFFFD;
}
