using System.Collections.Frozen;
using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Smtp;

/// <summary>Why a connection or a message failed, as a value to decide by and to store.</summary>
/// <param name="Phase">How far it came.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Reply">The server's last answer; null when it gave none.</param>
/// <param name="Detail">One English line for logs, at most 500 characters, without secrets; null when the fault says all.</param>
public sealed record SmtpFailure(SmtpPhase Phase, SmtpFault Fault, SmtpReply? Reply = null, string? Detail = null)
{
    private static readonly FrozenDictionary<SmtpFault, string> Codes = new Dictionary<SmtpFault, string>
    {
        [SmtpFault.Refused] = "smtp.refused",
        [SmtpFault.Unreachable] = "smtp.unreachable",
        [SmtpFault.Disconnected] = "smtp.disconnected",
        [SmtpFault.TimedOut] = "smtp.timed-out",
        [SmtpFault.NotSmtp] = "smtp.not-smtp",
        [SmtpFault.OutcomeUnknown] = "smtp.outcome-unknown",
        [SmtpFault.TlsNotOffered] = "smtp.tls-not-offered",
        [SmtpFault.CertificateInvalid] = "smtp.certificate-invalid",
        [SmtpFault.TlsFailed] = "smtp.tls-failed",
        [SmtpFault.TlsInjection] = "smtp.tls-injection",
        [SmtpFault.AuthNotOffered] = "smtp.auth-not-offered",
        [SmtpFault.AuthNeedsTls] = "smtp.auth-needs-tls",
        [SmtpFault.TooLarge] = "smtp.too-large",
        [SmtpFault.EightBitNotOffered] = "smtp.8bitmime-not-offered",
        [SmtpFault.NeedsSmtpUtf8] = "smtp.needs-smtputf8",
        [SmtpFault.InvalidAddress] = "smtp.invalid-address",
        [SmtpFault.InvalidContent] = "smtp.invalid-content",
    }.ToFrozenDictionary();

    /// <summary>The fault as a stable code such as <c>smtp.timed-out</c>.</summary>
    public string Code => Codes[Fault];

    /// <summary>
    /// Whether trying the same again later may work. Of refusals 4xx, and any of RSET, which is not about the message;
    /// of the rest whatever the network or the server's state may have caused, but nothing that only another message or
    /// other settings can mend.
    /// </summary>
    public bool IsTransient => Fault switch
    {
        SmtpFault.Refused => Phase == SmtpPhase.Reset || Reply is { IsTransient: true },
        SmtpFault.Unreachable or SmtpFault.Disconnected or SmtpFault.TimedOut or SmtpFault.NotSmtp
            or SmtpFault.OutcomeUnknown or SmtpFault.TlsFailed or SmtpFault.TlsInjection => true,
        _ => false,
    };

    /// <summary>
    /// Whether the fault lies with the endpoint, or with the sender that all share, rather than with one message or
    /// recipient; what a circuit breaker counts.
    /// </summary>
    public bool IsOfEndpoint => Fault switch
    {
        SmtpFault.Refused => Phase < SmtpPhase.MailFrom || (Reply is { } reply && IsOfEndpointIn(Phase, reply)),
        SmtpFault.TooLarge or SmtpFault.EightBitNotOffered or SmtpFault.NeedsSmtpUtf8 or SmtpFault.InvalidAddress
            or SmtpFault.InvalidContent => false,
        _ => true,
    };

    /// <summary>The failure of an address that never becomes an <see cref="EmailAddress"/>; permanent.</summary>
    public static SmtpFailure OfAddress(EmailAddressFault fault) => new(
        SmtpPhase.Prepare,
        fault == EmailAddressFault.NeedsSmtpUtf8 ? SmtpFault.NeedsSmtpUtf8 : SmtpFault.InvalidAddress,
        Detail: $"The address is refused before sending: {fault}.");

    // At MAIL no recipient has been named and nothing sent, so what is refused is the sender or everybody, save by size. At
    // RCPT it is always the recipient, whatever the code: a full disk there is often the mailbox's own.
    private static bool IsOfEndpointIn(SmtpPhase phase, SmtpReply reply) => reply.Code == 421 || phase switch
    {
        SmtpPhase.MailFrom => !reply.IsOfSize,
        SmtpPhase.Data or SmtpPhase.AfterData => reply.IsOfServer,
        _ => false,
    };
}
