using System.Buffers;

namespace Samverkan.Formats.Mime;

/// <summary>The small grammars that mail shares: atoms (RFC 5322 3.2.3), tokens (RFC 2045 5.1), host names (RFC 1123).</summary>
internal static class Syntax
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> AtomText = SearchValues.Create(LettersAndDigits + "!#$%&'*+-/=?^_`{|}~");
    private static readonly SearchValues<char> TokenText = SearchValues.Create(LettersAndDigits + "!#$%&'*+-.^_`{|}~");
    private static readonly SearchValues<char> LabelText = SearchValues.Create(LettersAndDigits + "-");

    public static bool IsAtom(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(AtomText);

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenText);

    public static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (!IsAtom(text[part]))
                return false;
        }

        return true;
    }

    public static bool IsHostName(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            var label = text[part];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || label.ContainsAnyExcept(LabelText))
                return false;
        }

        return text.Length <= 253;
    }

    /// <summary>Whether the text is visible ASCII and spaces only.</summary>
    public static bool IsPrintableAscii(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');
}
