namespace Samverkan.Dispatch.Channels;

/// <summary>
/// The codes that a try by e-mail can end with. They are stored in the ledger and never change their meaning;
/// <see cref="Failures"/> explains each.
/// </summary>
public static class MailCodes
{
    /// <summary>Handed over: the mail server took the message.</summary>
    public const string Accepted = "smtp.accepted";

    /// <summary>Written to a file, since there is no mail server; nobody has it.</summary>
    public const string WrittenToFile = "mail.written-to-file";

    /// <summary>Written to a file in a demonstration, where that counts as handed over.</summary>
    public const string Demo = "mail.demo";

    /// <summary>After it was handed over: the mail system could not deliver it (RFC 3464, status 5.x.x).</summary>
    public const string Bounced = "mail.bounced";

    /// <summary>After it was handed over: the mail system has tried for as long as it does (status 4.x.x).</summary>
    public const string BouncedExpired = "mail.bounced-expired";

    /// <summary>Permanent: the archive does not have a document.</summary>
    public const string DocumentMissing = "document.missing";

    /// <summary>Permanent: a document in the archive has other bytes than its hash says.</summary>
    public const string DocumentChanged = "document.changed";

    /// <summary>Permanent: larger than our limit or the server's (SIZE, 5.2.3, 5.3.4, 552).</summary>
    public const string TooLarge = "mail.too-large";

    /// <summary>Transient: the server answered 4xx, at whatever step.</summary>
    public const string Deferred = "smtp.deferred";

    /// <summary>Permanent: the server refused the connection, EHLO or RSET.</summary>
    public const string ServerRefused = "smtp.server-refused";

    /// <summary>Permanent: the server refused STARTTLS after offering it.</summary>
    public const string TlsRefused = "smtp.tls-refused";

    /// <summary>Permanent: the server refused user name or password.</summary>
    public const string AuthRefused = "smtp.auth-refused";

    /// <summary>Transient: the server refused an access token that it had taken before; the next try brings a new one.</summary>
    public const string LoginExpired = "smtp.login-expired";

    /// <summary>Permanent: the server refused an access token that was new.</summary>
    public const string LoginRefused = "smtp.login-refused";

    /// <summary>Transient: no access token was to be had now.</summary>
    public const string TokenUnavailable = "mail.token-unavailable";

    /// <summary>Permanent: whoever issues access tokens gives us none.</summary>
    public const string TokenRefused = "mail.token-refused";

    /// <summary>Handed over: Microsoft Graph took the message.</summary>
    public const string GraphAccepted = "graph.accepted";

    /// <summary>Transient: Graph has no time, or a fault (408, 425, 429, 5xx).</summary>
    public const string GraphDeferred = "graph.deferred";

    /// <summary>Transient: Graph refused an access token (401) that it had taken before; the next try brings a new one.</summary>
    public const string GraphLoginExpired = "graph.login-expired";

    /// <summary>Permanent: Graph does not let us send from the mailbox (401, 403).</summary>
    public const string GraphDenied = "graph.denied";

    /// <summary>Permanent: Graph refused the message, or is not what answered.</summary>
    public const string GraphRefused = "graph.refused";

    /// <summary>Transient: Graph was not reached.</summary>
    public const string GraphUnreachable = "graph.unreachable";

    /// <summary>Transient: no answer after the message began to go; Graph may have it.</summary>
    public const string GraphOutcomeUnknown = "graph.outcome-unknown";

    /// <summary>Permanent: the server refused MAIL FROM.</summary>
    public const string SenderRefused = "smtp.sender-refused";

    /// <summary>Permanent: the server refused RCPT TO.</summary>
    public const string RecipientRefused = "smtp.recipient-refused";

    /// <summary>Permanent: the server refused DATA or the message.</summary>
    public const string MessageRefused = "smtp.message-refused";

    /// <summary>Transient: no such host, or nobody listens.</summary>
    public const string Unreachable = "smtp.unreachable";

    /// <summary>Transient: the connection broke.</summary>
    public const string Disconnected = "smtp.disconnected";

    /// <summary>Transient: no answer in time.</summary>
    public const string TimedOut = "smtp.timed-out";

    /// <summary>Transient: what answered is no mail server.</summary>
    public const string NotSmtp = "smtp.not-smtp";

    /// <summary>Transient: no answer after the final dot; the server may have the message.</summary>
    public const string OutcomeUnknown = "smtp.outcome-unknown";

    /// <summary>Permanent: TLS is required and not offered.</summary>
    public const string TlsNotOffered = "smtp.tls-not-offered";

    /// <summary>Permanent: the certificate is not trusted, of another name, or out of date.</summary>
    public const string CertificateInvalid = "smtp.certificate-invalid";

    /// <summary>Transient: the handshake failed otherwise.</summary>
    public const string TlsFailed = "smtp.tls-failed";

    /// <summary>Transient: clear text came where TLS should begin.</summary>
    public const string TlsInjection = "smtp.tls-injection";

    /// <summary>Permanent: no way to log in that we know is offered.</summary>
    public const string AuthNotOffered = "smtp.auth-not-offered";

    /// <summary>Permanent: the password may not go over clear text.</summary>
    public const string AuthNeedsTls = "smtp.auth-needs-tls";

    /// <summary>Permanent: an address needs SMTPUTF8.</summary>
    public const string NeedsSmtpUtf8 = "smtp.needs-smtputf8";

    /// <summary>Permanent: an address is none.</summary>
    public const string InvalidAddress = "smtp.invalid-address";

    /// <summary>Permanent: the message breaks RFC 5322; a fault of ours.</summary>
    public const string InvalidContent = "smtp.invalid-content";
}
