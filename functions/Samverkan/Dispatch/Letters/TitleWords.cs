using System.Globalization;

namespace Samverkan.Dispatch.Letters;

/// <summary>Titles as letters write them.</summary>
internal static class TitleWords
{
    private const int Longest = 150;

    /// <summary>The title with its plan year behind, unless the title has it already; "Handlingar" where there is no title.</summary>
    internal static string Of(string? title, int? planYear)
    {
        var clean = OneLine.Of(title ?? "", Longest);
        if (clean.Length == 0) clean = "Handlingar";
        return planYear?.ToString(CultureInfo.InvariantCulture) is { } year && !clean.Contains(year, StringComparison.Ordinal)
            ? $"{clean} {year}"
            : clean;
    }
}
