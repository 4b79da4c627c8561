using System.Globalization;
using System.Text;

namespace Samverkan.Storage.Local;

/// <summary>
/// A file name that every system in use can hold and show, out of a name that may be anything. Windows is the strictest:
/// its reserved characters, device names, and no dot or space at the end.
/// </summary>
internal static class SafeFileName
{
    private const int MostCharacters = 120;
    private const int MostBytes = 240; // Linux stops at 255 bytes of UTF-8
    private const int MostExtension = 16;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Ports("COM"), .. Ports("LPT")], StringComparer.OrdinalIgnoreCase);

    public static string Of(string name)
    {
        var text = new StringBuilder(Math.Min(name.Length, 1024));
        foreach (var rune in name.EnumerateRunes().Take(32_768)) text.Append(IsSafe(rune) ? rune.ToString() : "_");
        var clean = text.ToString().Trim(' ', '.');
        if (clean.Length == 0) clean = "fil";
        var stem = clean.Split('.')[0].TrimEnd();
        return Shortened(Devices.Contains(stem) ? "_" + clean : clean);
    }

    // Format characters are left out since they can turn a name around: "fdp.exe" shown as "exe.pdf".
    private static bool IsSafe(Rune rune) =>
        rune != Rune.ReplacementChar
        && !"<>:\"/\\|?*".Contains(rune.ToString(), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    private static string Shortened(string name)
    {
        if (Fits(name)) return name;
        var extension = Path.GetExtension(name);
        if (extension.Length > MostExtension) extension = "";
        var stem = name[..^extension.Length];
        while (!Fits(stem + extension)) stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return stem.TrimEnd(' ', '.') + extension;
    }

    private static bool Fits(string name) => name.Length <= MostCharacters && Encoding.UTF8.GetByteCount(name) <= MostBytes;

    private static IEnumerable<string> Ports(string prefix) => "0123456789¹²³".Select(digit => prefix + digit);
}
