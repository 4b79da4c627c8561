namespace Samverkan.Formats.Smtp;

/// <summary>What became of a message.</summary>
/// <param name="Failure">
/// Why nobody has it; null when the server took it for at least one recipient, so ask <paramref name="Recipients"/> too.
/// </param>
/// <param name="Reply">The server's last answer; null when there was none.</param>
/// <param name="Recipients">Each recipient of the message, in its order.</param>
public sealed record SmtpResult(SmtpFailure? Failure, SmtpReply? Reply, IReadOnlyList<SmtpRecipientResult> Recipients)
{
    /// <summary>Whether the server took the message for at least one recipient.</summary>
    public bool IsAccepted => Failure is null;

    /// <summary>The result of a message that failed for all its recipients alike.</summary>
    public static SmtpResult Failed(SmtpMessage message, SmtpFailure failure)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(failure);
        return new SmtpResult(
            failure,
            failure.Reply,
            [.. message.Recipients.Select(address => new SmtpRecipientResult(address, failure.Reply, failure))]);
    }
}
