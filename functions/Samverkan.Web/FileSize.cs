using System.Globalization;

namespace Samverkan.Web;

/// <summary>Sizes of files in Swedish: decimal units and a decimal comma.</summary>
public static class FileSize
{
    private static readonly string[] Units = ["byte", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>"812 byte", "182 kB", "1,2 MB".</summary>
    /// <param name="bytes">0 or more.</param>
    public static string Text(long bytes)
    {
        var unit = 0;
        var value = (decimal)bytes;
        for (; value >= 999.5m && unit < Units.Length - 1; unit++) value /= 1000;
        var digits = unit > 0 && value < 9.95m ? "0.0" : "0";
        return value.ToString(digits, CultureInfo.InvariantCulture).Replace('.', ',') + "\u00a0" + Units[unit];
    }
}
