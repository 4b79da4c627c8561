using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Samverkan.Storage.Azure;

/// <summary>Parts of row keys: in ASCII, so that every order is the ordinal one, and free of what the Table service forbids.</summary>
internal static class RowKeys
{
    private const int MostCharacters = 120;
    private static readonly long Least = Instant.MinValue.ToUnixTimeTicks();
    private static readonly long Most = Instant.MaxValue.ToUnixTimeTicks();

    /// <summary>A text that is only compared for being the same: itself where it is plain, else its hash.</summary>
    public static string Of(string text) =>
        text.Length is > 0 and <= MostCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? text
            : "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A moment, the earliest first.</summary>
    public static string Rising(Instant at) => Digits(at.ToUnixTimeTicks() - Least);

    /// <summary>A moment, the latest first.</summary>
    public static string Falling(long unixTicks) => Digits(Most - Math.Clamp(unixTicks, Least, Most));

    /// <summary>The key after every key that begins with a prefix, which ends in <c>|</c>.</summary>
    public static string After(string prefix) => prefix[..^1] + "}";

    private static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}
