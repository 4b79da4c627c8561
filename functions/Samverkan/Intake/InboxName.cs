using System.Text;
using System.Text.RegularExpressions;

namespace Samverkan.Intake;

/// <summary>
/// Which names a file in the inbox may have: those that every system can store, show and send on. Folders are parted by
/// <c>/</c>. Others are not an attack by themselves, but such a file waits for a person.
/// </summary>
public static partial class InboxName
{
    private const int MostCharacters = 240;
    private const int MostSegment = 120;

    /// <summary>What is wrong with a name, in Swedish; null where it may be used.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is 0 or > MostCharacters) return $"Namnet är tomt eller längre än {MostCharacters} tecken.";
        return name.Split('/').Select(SegmentProblem).FirstOrDefault(p => p is not null);
    }

    private static string? SegmentProblem(string segment)
    {
        if (segment.Length is 0 or > MostSegment) return $"En del av namnet är tom eller längre än {MostSegment} tecken.";
        if (segment is "." or "..") return "Namnet försöker peka ut ur inkorgen.";
        if (segment.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar)) return "Namnet innehåller osynliga styrtecken eller trasiga tecken.";
        if (segment.IndexOfAny(['\\', ':', '*', '?', '"', '<', '>', '|']) >= 0) return "Namnet innehåller något av tecknen \\ : * ? \" < > |.";
        if (segment[^1] is '.' or ' ' || segment[0] is ' ') return "Namnet börjar eller slutar med mellanslag eller punkt.";
        return Reserved().IsMatch(segment) ? "Namnet är reserverat av Windows." : null;
    }

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reserved();
}
