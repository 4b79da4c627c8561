using System.Globalization;
using System.Text.RegularExpressions;
using Samverkan.Intake.Minutes;

namespace Samverkan.Intake.Matching;

/// <summary>
/// The years that a title or a file's name states. A span, a date, a diary number and the year of a decision are not the
/// year of a plan.
/// </summary>
internal static partial class TitleYears
{
    private static readonly HashSet<string> OfDecision = new(
        ["antagen", "antaget", "antagna", "beslutad", "beslutat", "faststalld", "faststallt", "faststallda", "reviderad", "reviderat", "rev", "fran", "sedan", "den"],
        StringComparer.Ordinal);

    /// <summary>The years that stand alone, each once, in order.</summary>
    internal static int[] Alone(string text) =>
    [
        .. LoneYear().Matches(Beginning(text))
            .Where(match => !IsOfDecision(text[Math.Max(0, match.Index - 40)..match.Index]))
            .Select(match => Number(match.Value))
            .Distinct()
            .Order(),
    ];

    /// <summary>The spans of years, such as 2021–2024.</summary>
    internal static (int From, int To)[] Spans(string text) =>
        [.. Span().Matches(Beginning(text)).Select(match => (Number(match.Groups["from"].Value), Number(match.Groups["to"].Value)))];

    private static string Beginning(string text) => text.Length > TitleWords.LongestRead ? text[..TitleWords.LongestRead] : text;

    private static bool IsOfDecision(string before) =>
        WordForm.Words(before) is [.., var last] && (OfDecision.Contains(last) || SwedishDates.IsMonth(last));

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Linear in a short text; a time limit would only make a paused machine throw.
    [GeneratedRegex(@"(?<![\p{L}0-9])(?<![0-9] ?[-–—/.:] ?)(?:19|20)[0-9]{2}(?![\p{L}0-9])(?! ?[-–—/.:] ?[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex LoneYear();

    [GeneratedRegex("(?<![0-9])(?<from>(?:19|20)[0-9]{2}) ?[-–—/] ?(?<to>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Span();
}
