using System.Text;

namespace Samverkan.Agreements.Reading;

/// <summary>Makes what a stranger wrote fit to stand in a message: short, on one line, without control characters.</summary>
internal static class Printable
{
    internal const int MaxLength = 60;

    internal static string Short(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxLength) return shown.Append('…').ToString();
            shown.Append(UnsafeText.Is(rune) ? Rune.ReplacementChar : rune);
        }

        return shown.ToString();
    }

    internal static string Quoted(string text) => $"\"{Short(text)}\"";
}
