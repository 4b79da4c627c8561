namespace Samverkan.Formats.Smtp;

/// <summary>What went wrong with a connection or a message.</summary>
public enum SmtpFault
{
    /// <summary>The server said no; 4xx is transient, 5xx permanent.</summary>
    Refused,

    /// <summary>No connection: no such host, nobody listens, no route. Transient.</summary>
    Unreachable,

    /// <summary>The connection broke or was closed without a word. Transient.</summary>
    Disconnected,

    /// <summary>The server did not answer in time. Transient.</summary>
    TimedOut,

    /// <summary>The server's words are no SMTP, or without end. Transient.</summary>
    NotSmtp,

    /// <summary>
    /// The connection broke, or the answer was late or no answer, after the final dot: the server may have taken the
    /// message or not. Transient; trying again may make a copy with the same Message-ID.
    /// </summary>
    OutcomeUnknown,

    /// <summary>TLS is required and the server does not offer it. Permanent until somebody changes the settings.</summary>
    TlsNotOffered,

    /// <summary>The server's certificate is not trusted, of another name, or out of date. Permanent likewise.</summary>
    CertificateInvalid,

    /// <summary>The TLS handshake failed otherwise. Transient.</summary>
    TlsFailed,

    /// <summary>
    /// Clear text came after STARTTLS was granted: somebody on the line, or a broken server, injects commands. Transient.
    /// </summary>
    TlsInjection,

    /// <summary>There are credentials, and the server does not offer a way to use them. Permanent until settings change.</summary>
    AuthNotOffered,

    /// <summary>There are credentials, and the connection is clear text where that was not allowed. Permanent likewise.</summary>
    AuthNeedsTls,

    /// <summary>The message is larger than the server's SIZE; nothing was sent. Permanent.</summary>
    TooLarge,

    /// <summary>The message has bytes beyond ASCII, and the server lacks 8BITMIME; nothing was sent. Permanent.</summary>
    EightBitNotOffered,

    /// <summary>An address needs SMTPUTF8 (RFC 6531); nothing was sent. Permanent.</summary>
    NeedsSmtpUtf8,

    /// <summary>An address is none; nothing was sent. Permanent.</summary>
    InvalidAddress,

    /// <summary>
    /// The content breaks RFC 5322: a bare CR or LF, a NUL, a line over 998 characters, a byte beyond ASCII or a size
    /// that was not declared. The server got no whole message. Permanent.
    /// </summary>
    InvalidContent,
}
