using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Bytes to text by the name of a charset; a name that is unknown or untrue is guessed around.</summary>
internal static class CharsetReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads by the named charset; without a usable one, UTF-8 if the bytes are, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset) =>
        Find(charset)?.GetString(bytes) ?? Guess(bytes);

    private static string Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes); // Defined for every byte, so this is the end of guessing.
        }
    }

    // Only charsets of one byte a character, where any bytes are some text; UTF-8 and ASCII are for Guess, which checks them.
    private static Encoding? Find(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > 40)
            return null;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.IsSingleByte && encoding.CodePage != Encoding.ASCII.CodePage ? encoding : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null; // An unknown name; the sender's, so not worth more than a guess.
        }
    }
}
