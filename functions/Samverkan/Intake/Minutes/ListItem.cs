namespace Samverkan.Intake.Minutes;

/// <summary>The number or bullet before an item of a list.</summary>
internal static class ListItem
{
    private const string Bullets = "•·▪▫◦●○■□–—-*‣⁃→✓»\uF0B7\uF0A7\uF0D8\uF02D\uF0FC\u0095\uFFFD";

    /// <summary>The length of the marker with the space behind it; 0 where the line has none.</summary>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
        {
            return 0;
        }

        if (Bullets.Contains(line[0], StringComparison.Ordinal))
        {
            return line[1] == ' ' ? 2 : line[0] is > '\u2000' && char.IsLetter(line[1]) ? 1 : 0;
        }

        var digits = 0;
        while (digits < Math.Min(3, line.Length) && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        var letters = digits == 0 && char.IsAsciiLetterLower(line[0]) ? 1 : 0;
        var at = digits + letters;
        var closes = at is > 0 and <= 2 && at + 1 < line.Length && (line[at] == ')' || (line[at] == '.' && digits > 0))
            && line[at + 1] == ' ';
        return closes ? at + 2 : letters == 1 && line[0] == 'o' && line[1] == ' ' && line.Length > 2
            && char.IsUpper(line[2]) ? 2 : 0;
    }

    /// <summary>The line without its marker.</summary>
    public static string Strip(string line) => MarkerLength(line) is > 0 and var length ? line[length..].TrimStart() : line;
}
