using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Smtp;

/// <summary>What became of one recipient of a message.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="Reply">The server's last answer that concerns it; null when there was none.</param>
/// <param name="Failure">Why it does not have the message; null when the server took the message for it.</param>
public sealed record SmtpRecipientResult(EmailAddress Address, SmtpReply? Reply, SmtpFailure? Failure)
{
    /// <summary>Whether the server took the message for this recipient.</summary>
    public bool IsAccepted => Failure is null;
}
