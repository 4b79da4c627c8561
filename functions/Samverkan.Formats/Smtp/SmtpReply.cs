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

    /// <summary>The answer as a server would write it.</summary>
    public override string ToString() =>
        EnhancedCode is null ? $"{Code} {Text}".TrimEnd() : $"{Code} {EnhancedCode} {Text}".TrimEnd();
}
