using System.Globalization;
using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>A file's name as parameters: RFC 2231 for the readers of today, an ASCII likeness for the others.</summary>
internal static class ParameterText
{
    private const int Longest = 60;
    private const string AttributeText = "!#$&+-.^_`{|}~";

    /// <summary>
    /// The words of <c>filename</c>: plain when the name is short ASCII, else <c>filename*=utf-8''…</c>, in numbered
    /// sections when it is long; the sections never divide a character.
    /// </summary>
    public static IEnumerable<string> Extended(string name, string value)
    {
        if (IsPlain(value))
            return [$"{name}={HeaderWriter.QuotedString(value)}"];
        var sections = Sections(value);
        return sections is [var only]
            ? [$"{name}*={only}"]
            : sections.Select((section, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{name}*{i}*={section}{(i < sections.Count - 1 ? ";" : "")}"));
    }

    /// <summary>The name without marks over letters, other letters as _, at most 60 characters with its extension kept.</summary>
    public static string Likeness(string value)
    {
        var plain = new StringBuilder();
        foreach (var c in value.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c is >= ' ' and <= '~' and not ('"' or '\\') ? c : '_');
        }

        var text = plain.Replace("=?", "__").ToString();
        var extension = Path.GetExtension(text) is { Length: <= 10 } short_ ? short_ : "";
        return text.Length <= Longest ? text : text[..(Longest - extension.Length)] + extension;
    }

    private static bool IsPlain(string value) =>
        Syntax.IsPrintableAscii(value) && value.Length <= Longest && !value.Contains("=?", StringComparison.Ordinal);

    private static List<string> Sections(string value)
    {
        var sections = new List<string>();
        var section = new StringBuilder("utf-8''");
        foreach (var rune in value.EnumerateRunes())
        {
            var escaped = Escape(rune);
            if (section.Length + escaped.Length > Longest)
            {
                sections.Add(section.ToString());
                section.Clear();
            }

            section.Append(escaped);
        }

        sections.Add(section.ToString());
        return sections;
    }

    private static string Escape(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || AttributeText.Contains((char)rune.Value, StringComparison.Ordinal)))
            return rune.ToString();
        Span<byte> bytes = stackalloc byte[4];
        var escaped = new StringBuilder();
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }
}
