using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Samverkan.Web.Tests.Support;

/// <summary>
/// Compares pages with those that somebody has looked at and approved, in the folder Approved. To approve what is rendered
/// now, run the tests with APPROVE=1 and read the difference before it is committed.
/// </summary>
public static partial class ApprovedPage
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Approved");

    public static void Verify(string name, string html)
    {
        var file = Path.Combine(Folder, name + ".html");
        var page = Readable(html);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(file, page);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : $"(no approved {name}.html)", page);
    }

    // One element a line, letters as they are, and the assets' hashes left out: they change with every change of the style.
    private static string Readable(string html)
    {
        html = Entities().Replace(html, entity => int.Parse(entity.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 127 and var letter
            ? char.ConvertFromUtf32(letter)
            : entity.Value);
        html = AssetHashes().Replace(html, ".HASH.");
        return string.Join('\n', html.Replace("><", ">\n<", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + '\n';
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("&#x[0-9A-F]+;", RegexOptions.None, 5000)]
    private static partial Regex Entities();

    [GeneratedRegex(@"\.[0-9a-f]{16}\.", RegexOptions.None, 5000)]
    private static partial Regex AssetHashes();
}
