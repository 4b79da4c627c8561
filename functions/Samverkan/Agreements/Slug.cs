using System.Buffers;
using System.Text;

namespace Samverkan.Agreements;

/// <summary>The shape that every id of the register has: it becomes a stream, a folder and a part of an address.</summary>
internal static class Slug
{
    internal const string Rule = "1–63 tecken a–z, 0–9 och bindestreck, och det första tecknet är inte ett bindestreck";
    private const int MaxLength = 63;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    internal static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>The nearest valid id to what somebody wrote, or null where nothing of it can be used.</summary>
    internal static string? Suggest(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in NameFold.Fold(text.Length > 200 ? text[..200] : text).EnumerateRunes())
        {
            var letter = WithoutRingOrDots(rune);
            if (Allowed.Contains(letter) && letter != '-') slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var suggestion = slug.ToString(0, Math.Min(slug.Length, MaxLength)).TrimEnd('-');
        return IsValid(suggestion) ? suggestion : null;
    }

    private static char WithoutRingOrDots(Rune rune) => rune.Value switch
    {
        'å' or 'ä' or 'à' => 'a',
        'ö' or 'ø' => 'o',
        'é' or 'è' or 'ë' => 'e',
        'ü' => 'u',
        < 128 => (char)rune.Value,
        _ => ' ',
    };
}
