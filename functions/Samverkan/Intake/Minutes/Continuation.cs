namespace Samverkan.Intake.Minutes;

/// <summary>Whether a line goes on with what the line before it began, judged by the words alone.</summary>
internal static class Continuation
{
    private static readonly HashSet<string> s_open = new(
        [
            "och", "samt", "eller", "i", "på", "för", "vid", "av", "till", "med", "inom", "från", "om", "den", "hos",
            "att", "ett", "en", "de", "det", "som", "enligt", "dnr", "nr", "kring", "samtliga", "berörda", "alla",
            "norra", "södra", "västra", "östra", "region", "daterad", "daterat",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the second line continues the first.</summary>
    public static bool Joins(string previous, string next) => IsOpen(previous) || StartsWithin(next);

    /// <summary>Whether a line cannot be the end of anything: it ends with a comma, a divided word or a small word.</summary>
    public static bool IsOpen(string line)
    {
        if (line[^1] is ',' or '§')
        {
            return true;
        }

        if (line[^1] == '-')
        {
            return line.Length > 1 && char.IsLetter(line[^2]);
        }

        return s_open.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Words.Last(line));
    }

    /// <summary>Whether a line cannot be the beginning of anything: it starts with a small letter, a number or a
    /// bracket.</summary>
    public static bool StartsWithin(string line) =>
        char.IsLower(line[0]) || line[0] is '§' or '(' or '–' or ','
            || (char.IsAsciiDigit(line[0]) && ListItem.MarkerLength(line) == 0);
}
