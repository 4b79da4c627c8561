using System.Globalization;

namespace Samverkan.Dispatch.Letters;

/// <summary>Sizes as people read them: "812 byte", "412 kB", "1,4 MB" (a kB is 1,000 bytes).</summary>
internal static class FileSize
{
    internal static string Of(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} byte"),
        < 999_500 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(bytes / 1_000m, MidpointRounding.AwayFromZero)} kB"),
        _ => $"{Math.Round(bytes / 1_000_000m, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')} MB",
    };
}
