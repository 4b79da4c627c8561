namespace Samverkan.Formats.Smtp;

/// <summary>A server's answer (RFC 5321 4.2), fit to be stored and shown.</summary>
/// <param name="Code">200 to 599.</param>
/// <param name="EnhancedCode">The enhanced status code of RFC 3463 such as <c>5.1.1</c>; null when none was given.</param>
/// <param name="Text">The text of all its lines on one line, without control characters, at most 500 characters.</param>
public sealed record SmtpReply(int Code, string? EnhancedCode, string Text)
{
    /// <summary>Whether it grants what was asked: 2xx or 3xx.</summary>
    public bool IsPositive => Code < 400;

    /// <summary>Whether it refuses for now: 4xx.</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>
    /// Whether it speaks of the message's size: x.2.3 or x.3.4, or 552 without a code (RFC 1870 6). 552 5.7.0 is a filter's.
    /// </summary>
    public bool IsOfSize => Topic is ".3.4" or ".2.3" || this is { Code: 552, EnhancedCode: null };

    /// <summary>
    /// Whether it speaks of the mail system (x.3.x, but size) or of the network behind it (x.4.x). Where an enhanced code says
    /// nothing, 451 (local error) and 452 (no room) do (RFC 5321 4.2.3).
    /// </summary>
    public bool IsOfServer => Topic is null or ".0.0"
        ? Code is 451 or 452
        : !IsOfSize && (Topic.StartsWith(".3.", StringComparison.Ordinal) || Topic.StartsWith(".4.", StringComparison.Ordinal));

    private string? Topic => EnhancedCode?[1..];

    /// <summary>The answer as a server would write it.</summary>
    public override string ToString() =>
        EnhancedCode is null ? $"{Code} {Text}".TrimEnd() : $"{Code} {EnhancedCode} {Text}".TrimEnd();
}
