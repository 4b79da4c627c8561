using System.Globalization;
using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>
/// Encoded words of RFC 2047 in UTF-8: at most 75 characters each, whole characters each, and only the letters that a
/// phrase allows, so that the same words serve in subjects and in names.
/// </summary>
internal static class EncodedWord
{
    /// <summary>The least room in which a word with any character fits.</summary>
    public const int LeastRoom = 24;

    private const int Longest = 75;
    private const int Frame = 12; // =?utf-8?Q? and ?=

    /// <summary>Encodes a text; a space between two words means nothing, so the spaces of the text are inside them.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="firstRoom">How many columns the first word has, at least <see cref="LeastRoom"/>.</param>
    public static IEnumerable<string> Encode(string text, int firstRoom)
    {
        var quoted = text.EnumerateRunes().Sum(rune => Quote(rune).Length) <= (Encoding.UTF8.GetByteCount(text) + 2) / 3 * 4;
        var payload = new StringBuilder();
        var room = Math.Min(firstRoom, Longest) - Frame;
        foreach (var rune in text.EnumerateRunes())
        {
            while (!Fits(payload, rune, room, quoted))
            {
                var end = Break(payload.ToString(), quoted);
                yield return Word(payload.ToString(0, end), quoted);
                payload.Remove(0, end);
                room = Longest - Frame;
            }

            payload.Append(quoted ? Quote(rune) : rune.ToString());
        }

        if (payload.Length > 0)
            yield return Word(payload.ToString(), quoted);
    }

    private static bool Fits(StringBuilder payload, Rune next, int room, bool quoted) =>
        quoted
            ? payload.Length + Quote(next).Length <= room
            : Encoding.UTF8.GetByteCount(payload.ToString()) + next.Utf8SequenceLength <= room / 4 * 3;

    // After the last space if there is one: some readers show a space between any two encoded words of a name.
    private static int Break(string payload, bool quoted) =>
        payload.LastIndexOf(quoted ? '_' : ' ') is > 0 and var space ? space + 1 : payload.Length;

    private static string Word(string payload, bool quoted) =>
        quoted ? $"=?utf-8?Q?{payload}?=" : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload))}?=";

    private static string Quote(Rune rune)
    {
        if (rune.Value == ' ')
            return "_";
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "!*+-/".Contains((char)rune.Value, StringComparison.Ordinal)))
            return rune.ToString();
        Span<byte> bytes = stackalloc byte[4];
        var quoted = new StringBuilder();
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            quoted.Append('=').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        return quoted.ToString();
    }
}
